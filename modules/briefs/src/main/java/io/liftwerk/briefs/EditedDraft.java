package io.liftwerk.briefs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A draft as people left it.
 *
 * @param document with the edits in place; its draft is null where nothing is left
 * @param lost edits whose sentence is no longer in the draft
 */
public record EditedDraft(BriefDocument document, List<BriefEdit> lost) {

  public EditedDraft {
    lost = List.copyOf(lost);
  }

  /**
   * Puts edits into a draft. An edited sentence keeps its citations, which it still has to bear
   * out; one that is added has those of the sentence before it.
   */
  static EditedDraft of(BriefDocument document, List<BriefEdit> edits) {
    Draft draft = document.draft();
    if (draft == null || edits.isEmpty()) {
      return new EditedDraft(document, edits);
    }
    Map<String, BriefEdit> changes = new HashMap<>();
    Map<String, BriefEdit> additions = new HashMap<>();
    for (BriefEdit edit : edits) {
      (BriefEdit.ADD.equals(edit.action()) ? additions : changes).put(edit.sentence(), edit);
    }
    Set<String> there = new HashSet<>();
    List<DraftSection> sections = new ArrayList<>();
    for (DraftSection section : draft.sections()) {
      List<DraftBlock> blocks = new ArrayList<>();
      for (DraftBlock block : section.blocks()) {
        List<DraftSentence> sentences = new ArrayList<>();
        for (DraftSentence sentence : block.sentences()) {
          there.add(sentence.id());
          DraftSentence changed = changed(sentence, changes.get(sentence.id()));
          if (changed != null) {
            sentences.add(changed);
          }
          BriefEdit added = additions.get(sentence.id());
          if (added != null && added.text() != null) {
            sentences.add(
                new DraftSentence(
                    sentence.id() + "-added",
                    added.text(),
                    sentence.citations(),
                    DraftSentence.EDITOR,
                    null));
          }
        }
        if (!sentences.isEmpty()) {
          blocks.add(new DraftBlock(block.kind(), sentences));
        }
      }
      if (!blocks.isEmpty()) {
        sections.add(new DraftSection(section.id(), section.heading(), section.level(), blocks));
      }
    }
    Draft edited = sections.isEmpty() ? null : new Draft(draft.title(), sections, draft.unused());
    return new EditedDraft(
        document.with(edited),
        edits.stream().filter(edit -> !there.contains(edit.sentence())).toList());
  }

  private static @Nullable DraftSentence changed(DraftSentence sentence, @Nullable BriefEdit edit) {
    if (edit == null) {
      return sentence;
    }
    String text = edit.text();
    return text == null || BriefEdit.REMOVE.equals(edit.action())
        ? null
        : new DraftSentence(
            sentence.id(), text, sentence.citations(), DraftSentence.EDITOR, sentence.check());
  }
}
