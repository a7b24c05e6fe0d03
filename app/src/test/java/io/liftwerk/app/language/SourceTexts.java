package io.liftwerk.app.language;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Every text that Java sources put together, as a template with <code>{}</code> where a value goes:
 * literals, concatenations, {@code formatted} and {@code String.format}, each alternative of {@code
 * ?:} and {@code switch} for itself. A local variable that holds such a text is looked through;
 * what a method returns is a value.
 */
final class SourceTexts {
  /** A text, and the line that has it. */
  record Text(String template, String where) {}

  private static final String VALUE = "{}";
  private static final Pattern SPECIFIER =
      Pattern.compile("%(?:[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z]|%)");

  /** What takes texts that no user is shown: programmers' exceptions, the log, SQL, comparisons. */
  private static final Set<String> DEAF =
      Set.of(
          "IllegalStateException",
          "IllegalArgumentException",
          "UnsupportedOperationException",
          "SQLException",
          "IOException",
          "warn",
          "log",
          "execute",
          "executeQuery",
          "executeUpdate",
          "prepareStatement",
          "query",
          "numbers",
          "says",
          "contains",
          "matches",
          "split",
          "ofPattern");

  private SourceTexts() {}

  /** The texts of all Java files below {@code folder}. */
  static List<Text> below(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.walk(folder);
        var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> sources =
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      var units = manager.getJavaFileObjectsFromPaths(sources);
      var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      var found = new ArrayList<Text>();
      for (CompilationUnitTree unit : task.parse()) {
        new Scan(unit, positions, found).scan(new TreePath(unit), null);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Text> found;

    Scan(CompilationUnitTree unit, SourcePositions positions, List<Text> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
      if (!(tree instanceof ExpressionTree expression)) {
        return super.scan(tree, nothing);
      }
      var rest = new ArrayList<Tree>();
      Set<String> templates = fold(expression, rest);
      if (templates == null) {
        return super.scan(tree, nothing);
      }
      templates.forEach(template -> found.add(new Text(template, where(expression))));
      return scan(rest, nothing);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree node, @Nullable Void nothing) {
      var rest = new ArrayList<Tree>();
      boolean local = !(getCurrentPath().getParentPath().getLeaf() instanceof ClassTree);
      Tree value = node.getInitializer();
      if (local && value != null && fold(value, rest) != null) {
        return scan(rest, nothing); // told where it is used
      }
      return super.visitVariable(node, nothing);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree node, @Nullable Void nothing) {
      return nothing;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree node, @Nullable Void nothing) {
      return DEAF.contains(name(node.getMethodSelect()))
          ? nothing
          : super.visitMethodInvocation(node, nothing);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
      return DEAF.contains(name(node.getIdentifier()))
          ? nothing
          : super.visitNewClass(node, nothing);
    }

    private String where(Tree tree) {
      long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
      return Path.of(unit.getSourceFile().getName()).getFileName() + ":" + line;
    }

    private static String name(Tree tree) {
      return switch (tree) {
        case IdentifierTree name -> name.getName().toString();
        case MemberSelectTree select -> select.getIdentifier().toString();
        default -> "";
      };
    }

    /**
     * What {@code tree} may come to, null where it is no text; values inside it go to {@code rest}.
     */
    private @Nullable Set<String> fold(Tree tree, List<Tree> rest) {
      return switch (tree) {
        case LiteralTree literal when literal.getValue() instanceof String text -> Set.of(text);
        case ParenthesizedTree inner -> fold(inner.getExpression(), rest);
        case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> sum(sum, rest);
        case ConditionalExpressionTree choice -> {
          Set<String> either =
              oneOf(List.of(choice.getTrueExpression(), choice.getFalseExpression()), rest);
          if (either != null) {
            rest.add(choice.getCondition());
          }
          yield either;
        }
        case SwitchExpressionTree choice ->
            oneOf(
                choice.getCases().stream()
                    .map(CaseTree::getBody)
                    .filter(body -> body != null)
                    .toList(),
                rest);
        case MethodInvocationTree call -> formatted(call, rest);
        case IdentifierTree name -> {
          Tree value = localValue(name.getName().toString());
          yield value == null ? null : fold(value, new ArrayList<>());
        }
        default -> null;
      };
    }

    private Set<String> foldOrValue(Tree tree, List<Tree> rest) {
      Set<String> texts = fold(tree, rest);
      if (texts != null) {
        return texts;
      }
      if (tree instanceof LiteralTree literal && literal.getValue() instanceof Character sign) {
        return Set.of(sign.toString());
      }
      rest.add(tree);
      return Set.of(VALUE);
    }

    private @Nullable Set<String> sum(BinaryTree sum, List<Tree> rest) {
      var inside = new ArrayList<Tree>();
      Set<String> left = foldOrValue(sum.getLeftOperand(), inside);
      Set<String> right = foldOrValue(sum.getRightOperand(), inside);
      if (inside.contains(sum.getLeftOperand()) && inside.contains(sum.getRightOperand())) {
        return null;
      }
      rest.addAll(inside);
      return joined(left, right);
    }

    private static Set<String> joined(Set<String> left, Set<String> right) {
      var both = new LinkedHashSet<String>();
      left.forEach(start -> right.forEach(end -> both.add(start + end)));
      return both;
    }

    private @Nullable Set<String> oneOf(List<? extends Tree> choices, List<Tree> rest) {
      var inside = new ArrayList<Tree>();
      var texts = new LinkedHashSet<String>();
      for (Tree choice : choices) {
        if (choice instanceof StatementTree) {
          inside.add(choice);
        } else {
          texts.addAll(foldOrValue(choice, inside));
        }
      }
      if (texts.isEmpty() || texts.equals(Set.of(VALUE))) {
        return null;
      }
      rest.addAll(inside);
      return texts;
    }

    private @Nullable Set<String> formatted(MethodInvocationTree call, List<Tree> rest) {
      var arguments = new ArrayList<Tree>(call.getArguments());
      Tree pattern;
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && select.getIdentifier().contentEquals("formatted")) {
        pattern = select.getExpression();
      } else if (call.getMethodSelect().toString().equals("String.format")) {
        pattern = arguments.removeFirst();
        if (pattern.toString().startsWith("Locale.")) {
          pattern = arguments.removeFirst();
        }
      } else {
        return null;
      }
      Set<String> patterns = fold(pattern, rest);
      if (patterns == null) {
        return null;
      }
      List<Set<String>> values = new ArrayList<>();
      arguments.forEach(argument -> values.add(foldOrValue(argument, rest)));
      var texts = new LinkedHashSet<String>();
      patterns.forEach(text -> texts.addAll(filled(text, values)));
      return texts;
    }

    private static Set<String> filled(String pattern, List<Set<String>> values) {
      Set<String> texts = Set.of("");
      Matcher specifier = SPECIFIER.matcher(pattern);
      int from = 0;
      int next = 0;
      while (specifier.find()) {
        texts = joined(texts, Set.of(pattern.substring(from, specifier.start())));
        boolean sign = specifier.group().equals("%%");
        Set<String> value =
            sign ? Set.of("%") : next < values.size() ? values.get(next) : Set.of(VALUE);
        next += sign ? 0 : 1;
        texts = joined(texts, value);
        from = specifier.end();
      }
      return joined(texts, Set.of(pattern.substring(from)));
    }

    /** What the local variable {@code name} was declared with. */
    private @Nullable Tree localValue(String name) {
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        List<? extends Tree> statements =
            path.getLeaf() instanceof BlockTree block ? block.getStatements() : List.of();
        for (Tree statement : statements) {
          if (statement instanceof VariableTree variable
              && variable.getName().contentEquals(name)) {
            return variable.getInitializer();
          }
        }
      }
      return null;
    }
  }
}
