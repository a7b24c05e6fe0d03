/**
 * Ranks leads by their chance of a yes, or customers by their risk of leaving, and says what the
 * ranking is worth.
 *
 * <p>{@link io.liftwerk.scoring.LeadScoring} is the job; {@link
 * io.liftwerk.scoring.LeadScoringRequest} names a table and its yes/no column, {@link
 * io.liftwerk.scoring.ScoringOptions} what else is asked; {@link
 * io.liftwerk.scoring.LeadScoringResult} is what window, command line and report show, {@link
 * io.liftwerk.scoring.ScoringDetails} what stands behind it. The data passes through in this order:
 *
 * <ol>
 *   <li>{@code SourceTable} takes a snapshot of the table in one fixed order and notes its hash;
 *       {@code Target} decides which value is the yes; {@code Profile} decides from counts which
 *       columns can be learned from, and says of the others why not.
 *   <li>{@code RowFacts} reads of each row what draws the parts: {@code Split} from the seed,
 *       {@code UserSplit} from a column, {@code TimeSplit} from a date.
 *   <li>{@code Preparing} learns on the training part how columns become features (levels, the day
 *       that ages are counted to; of free text, identifiers and pseudonyms only that there is one);
 *       {@code DatasetReader} makes them, per {@code Column} four bytes for a number, one for a
 *       level. {@code Suspicion} looks for too few outcomes and for records in both parts; {@code
 *       Narrowing} keeps tables of thousands of columns trainable.
 *   <li>{@code Contest} trains {@code Learner}s on the training part: {@code Heuristic} (rules),
 *       {@code Logistic} (LibLinear, L1 or L2), {@code Forest} and {@code Boosted} (XGBoost). By
 *       {@code CrossValidation} of that part it chooses the simplest that is not significantly
 *       worse than the best, and each one's {@code Calibration}; then, once, it judges all on the
 *       holdout by {@code Metrics} and {@code DeLong}.
 *   <li>{@code Leakage} and {@code ColumnChecks} warn of columns that know the outcome.
 *   <li>{@code FinalScores}: the chosen model, learned again from all rows with an outcome, scores
 *       the open rows; rows with an outcome are scored out of fold. {@code Reasons} says why.
 *       {@code Insights} adds profit, importance, dependence, fairness and the learning curve.
 *       {@code ScoreTable} ranks all rows into {@code gold.lead_scores} or {@code
 *       gold.churn_scores}, {@code LeadFiles} writes the lists for a sales team, which take their
 *       names in {@code exports/} with the commit of the run.
 * </ol>
 *
 * <p>{@link io.liftwerk.scoring.SegmentSaving} takes the best of a ranking, or who fulfils {@link
 * io.liftwerk.scoring.SegmentRule rules}, into a table of gold and says what they are worth beside
 * chance and whom consent covers; {@link io.liftwerk.scoring.Segments} lists them, {@link
 * io.liftwerk.scoring.SegmentList} and the warehouse's customer match hand them over.
 *
 * <p>A trained model is a value, {@code models.FittedModel}: JSON carries it without loss, it
 * scores any table that has its columns, and what each column adds to a score sums up to it. The
 * sub-packages are the module's own: {@code features} (rows in memory), {@code evaluation} (figures
 * from scores), {@code models}, {@code insight} (what to know besides the figures), {@code
 * registry} (how versions are kept), {@code exchange} (ONNX and MLflow). {@code OnnxRows} has a
 * model of somebody else's score a table, {@code ForeignRows} a version that is one.
 *
 * <p>{@link io.liftwerk.scoring.ModelDrift} holds new rows against what a model learned from:
 * {@code DriftCounter} counts them by the bins of the training data, {@code DecayFigures} says what
 * the scores were worth once outcomes are there; {@link io.liftwerk.scoring.ModelDriftResult}
 * states how.
 *
 * <p>Every run registers its model: {@code Registration} writes it, whole, as a version of a named
 * model. {@link io.liftwerk.scoring.ModelRegistry} lists and reads versions; {@link
 * io.liftwerk.scoring.ModelChange} promotes, rolls back, retires; {@link
 * io.liftwerk.scoring.ModelComparison} holds two against each other on the rows that {@code
 * ComparedRows} finds; {@link io.liftwerk.scoring.ModelExport} and {@link
 * io.liftwerk.scoring.ModelImport} take one out and in, in a {@link
 * io.liftwerk.scoring.ModelFormat}: {@code LeavingVersion} puts it into the forms of others, {@code
 * OnnxArrival} makes a version of a stranger's graph. {@link io.liftwerk.scoring.BatchScoring}
 * scores any table that has a model's columns: {@code ModelInput} has them encoded by the database
 * and carries them over in chunks, {@code BatchTable} ranks them into {@code gold.MODEL_scores}.
 *
 * <p>All computing runs in {@code Work}, on threads that a cancelled job can walk away from. The
 * figures depend on the rows and the seed alone: not on the number of threads, nor on the order in
 * which the database delivers.
 *
 * <p>{@link io.liftwerk.scoring.LifetimeValue} says what customers without a contract will still
 * buy and what that is worth. {@code PurchaseRows} finds and checks the columns, {@code
 * CustomerBase} sums up purchases per customer in DuckDB; {@code HoldoutTrial} lets the {@code
 * PurchaseFits} and two rules of thumb forecast days they have not seen; {@code Soundness} names a
 * fit that cannot be relied on; {@code ValueForecast} and {@code ValueTable} write {@code
 * gold.customer_lifetime_value}; {@code Spreads} says how the expectation is spread, {@link
 * io.liftwerk.scoring.ValuedCustomers} lists them. {@link io.liftwerk.scoring.PurchaseColumns} and
 * {@link io.liftwerk.scoring.ContractColumns} propose the columns. {@link
 * io.liftwerk.scoring.ChurnTime} follows contracts until they end: {@code ContractRows}, {@code
 * HazardColumns}. Their mathematics, which knows no database, is the package {@code lifetime}.
 *
 * <p>Other modules learn with the same models through {@link io.liftwerk.scoring.LearningTable} (a
 * table made into {@link io.liftwerk.scoring.Features}, once) and {@link
 * io.liftwerk.scoring.Learning}, which makes {@link io.liftwerk.scoring.Examples} into a {@link
 * io.liftwerk.scoring.TrainedModel}: a chance or a number, with weights of the rows.
 *
 * <p>Codes of warnings: {@code leakage}, {@code single-driver}, {@code duplicates}, {@code
 * few-positives}, {@code positive-guessed}, {@code classes-merged}, {@code id-repeated}, {@code
 * sampled}, {@code dates-astray}, {@code filled-after}, {@code uneven-groups}, {@code unreadable},
 * {@code retired}, {@code trained-on}, {@code no-reasons}. Codes of refusals: {@code
 * table-unknown}, {@code table-empty}, {@code table-too-large}, {@code column-unknown}, {@code
 * target-empty}, {@code target-one-class}, {@code target-many-classes}, {@code target-excluded},
 * {@code positive-unknown}, {@code too-few-rows}, {@code too-few-of-a-class}, {@code split-value},
 * {@code split-class}, {@code split-time}, {@code split-twice}, {@code profit-value}, {@code
 * model-columns}, {@code model-version}, {@code no-usable-column}, {@code scores-table}, {@code
 * model-unknown}, {@code version-unknown}, {@code model-reference}, {@code no-champion}, {@code
 * no-challenger}, {@code model-name}, {@code model-other-target}, {@code model-stage}, {@code
 * model-no-earlier}, {@code model-missing}, {@code model-tampered}, {@code model-format}, {@code
 * model-column-type}, {@code model-file-format}, {@code model-import}, {@code compare-target},
 * {@code compare-table}, {@code compare-rows}, {@code registry-unreadable}, {@code model-baseline},
 * {@code outcomes-id}, and those that {@code exchange} begins with {@code onnx-} or {@code
 * mlflow-}.
 */
@NullMarked
package io.liftwerk.scoring;

import org.jspecify.annotations.NullMarked;
