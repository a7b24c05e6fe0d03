package io.liftwerk.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A piece of work measured in a JVM of its own: {@code Task NAME RESULT-FILE ARGUMENT…}. */
enum Task {
  IMPORT {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ImportTasks.ours(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
    }
  },
  BARE_LOAD {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ImportTasks.bare(
          Path.of(arguments.get(0)), Path.of(arguments.get(1)), arguments.get(2));
    }
  },
  XLSX_PEER {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return XlsxTasks.peer(Path.of(arguments.get(0)));
    }
  },
  CANCEL_IMPORT {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return CancelTasks.importing(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
    }
  },
  CANCEL_LEADS {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return CancelTasks.training(
          Path.of(arguments.get(0)), Path.of(arguments.get(1)), arguments.get(2));
    }
  },
  LEADS {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return LeadTasks.score(
          Path.of(arguments.get(0)), Path.of(arguments.get(1)), arguments.subList(2, 5));
    }
  },
  SCORE_PREPARE {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ScoringTasks.prepare(Path.of(arguments.get(0)), Long.parseLong(arguments.get(1)));
    }
  },
  SCORE_COMMAND {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ScoringTasks.command(Path.of(arguments.get(0)));
    }
  },
  SCORE_LARGE {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ScoringTasks.large(Path.of(arguments.get(0)), Long.parseLong(arguments.get(1)));
    }
  },
  SCORE_PURCHASES {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ScoringTasks.purchases(Path.of(arguments.get(0)));
    }
  },
  EXPERIMENT_PREPARE {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return ExperimentTasks.prepare(Path.of(arguments.get(0)), Long.parseLong(arguments.get(1)));
    }
  },
  EXPERIMENT_COMPARE {
    @Override
    Measured run(List<String> arguments) {
      return ExperimentTasks.compare(Path.of(arguments.get(0)));
    }
  },
  EXPERIMENT_UPLIFT {
    @Override
    Measured run(List<String> arguments) {
      return ExperimentTasks.uplift(Path.of(arguments.get(0)));
    }
  },
  EXPERIMENT_ALARMS {
    @Override
    Measured run(List<String> arguments) {
      return ExperimentTasks.alarms(Integer.parseInt(arguments.get(0)));
    }
  },
  KEYWORDS_PREPARE {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return KeywordTasks.prepare(Path.of(arguments.get(0)), Long.parseLong(arguments.get(1)));
    }
  },
  KEYWORDS_MINE {
    @Override
    Measured run(List<String> arguments) {
      return KeywordTasks.mine(
          Path.of(arguments.get(0)), arguments.get(1), arguments.get(2).equals("clusters"));
    }
  },
  KNOWLEDGE_INDEX {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return KnowledgeTasks.index(
          Path.of(arguments.get(0)), Path.of(arguments.get(1)), Integer.parseInt(arguments.get(2)));
    }
  },
  KNOWLEDGE_SEARCH {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return KnowledgeTasks.search(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
    }
  },
  GUARD_IDENTIFIERS {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return GuardTasks.identifiers(Path.of(arguments.get(0)));
    }
  },
  GUARD_RAILS {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return GuardTasks.rails(Path.of(arguments.get(0)));
    }
  },
  WAREHOUSE {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return WarehouseTasks.build(
          Path.of(arguments.get(0)), Path.of(arguments.get(1)), arguments.get(2));
    }
  },
  TCF_VERDICTS {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return WarehouseTasks.verdicts(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
    }
  },
  TCF_DECODER {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return WarehouseTasks.decoder(Path.of(arguments.get(0)));
    }
  },
  PAGING {
    @Override
    Measured run(List<String> arguments) throws Exception {
      return PagingTask.run(Path.of(arguments.get(0)), Long.parseLong(arguments.get(1)));
    }
  };

  abstract Measured run(List<String> arguments) throws Exception;

  public static void main(String[] arguments) throws Exception {
    List<String> rest = Arrays.asList(arguments).subList(2, arguments.length);
    Measured measured = valueOf(arguments[0]).run(rest);
    measured.with("processCpuSeconds", Usage.cpuSeconds());
    Usage.peakBytes().ifPresent(bytes -> measured.with("peakBytes", bytes));
    Child.write(Path.of(arguments[1]), measured);
    System.exit(0);
  }
}
