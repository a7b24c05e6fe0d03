package io.liftwerk.briefs;

import java.util.List;

/**
 * A section of the draft.
 *
 * @param id of its {@link OutlineSection}
 * @param heading empty for the text before the first heading
 * @param level 2 or 3
 * @param blocks paragraphs and lists in their order
 */
public record DraftSection(String id, String heading, int level, List<DraftBlock> blocks) {

  public DraftSection {
    blocks = List.copyOf(blocks);
  }
}
