/**
 * How fast the packaged program is, with the peers' figures beside ours: {@code mvn -Pbench}, or
 * {@code mvn -Pbench -Dliftwerk.bench=import,window} for some of it. Not part of {@code mvn
 * verify}.
 *
 * <p>{@link io.liftwerk.benchmarks.Benchmarks} runs the suites one after the other: {@code
 * ImportSuite} (a generated ad report of ten million rows beside a bare DuckDB load of the same
 * file, other encodings, 100 MB), {@code LogSuite} (a million lines of an access log), {@code
 * XlsxSuite} (a workbook of 2.8 million cells beside the reader most people would use), {@code
 * WarehouseSuite} (leads with persons and consent beside the same rows without, verdicts on consent
 * strings beside the decoder), {@code LeadsSuite} (training and judging three models, areas under
 * the curve beside scikit-learn's), {@code ScoringSuite} (a million rows scored by a stored model
 * beside scikit-learn's {@code predict_proba}, as many learned from, a model of purchases), {@code
 * ExperimentsSuite} (the arms of a million persons compared beside pandas, uplift learned of them
 * beside scikit-learn, false alarms counted), {@code KeywordsSuite} (n-grams of a million rows,
 * 36,000 searches put together), {@code KnowledgeSuite} (11,000 passages indexed and searched;
 * {@code -Dliftwerk.bench.passages} for more), {@code GuardSuite} (prose searched for what
 * identifies people, and sent through all rails), {@code WindowSuite} (start to first window, cold
 * and warm, with and without a recorded start, beside a bare window), {@code PagingSuite} (jumps in
 * a large table, time to cancel). A suite has its {@link io.liftwerk.benchmarks.Task}s done by a
 * {@code Child}: a fresh JVM on the packaged program's class path and with its memory options,
 * which reports seconds, processor seconds and the largest resident size of its whole process.
 *
 * <p>The table goes to the terminal and to {@code target/benchmarks.md} and {@code
 * benchmarks.json}. A peer measured in the same run says so; the others' figures were measured on
 * two cores and are given with their source. Generated data lies in {@code target/scratch}, on the
 * disk of the checkout, and is removed in any case.
 *
 * <p>These are whole jobs, so there is no harness for micro-benchmarks here: nothing in the program
 * is both small enough for one and slow enough to be worth it.
 */
@NullMarked
package io.liftwerk.benchmarks;

import org.jspecify.annotations.NullMarked;
