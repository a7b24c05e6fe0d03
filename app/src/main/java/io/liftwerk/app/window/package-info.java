/**
 * The window: {@link io.liftwerk.app.window.Workbench} opens it. {@code WorkbenchWindow} holds what
 * lives as long as the window and puts either the welcome page or the shell on the stage, by which
 * workspace is open, the matter of {@code Openings}; the shell is a sidebar in the order of work, a
 * bar on top, the page, the drawer that tells where a result comes from, and the jobs at the
 * bottom.
 *
 * <p>Each page is a view and a view model of the same name in a package of its own. The models know
 * no control and outlive their views: a change of language makes new views over the same models.
 *
 * <p>What users were promised (ux-01 to ux-25), and what holds it:
 *
 * <table>
 * <caption>Acceptance points</caption>
 * <tr><td>ux-01 first window</td><td>StartScriptTest, EveryPageTest; WindowSuite of the benchmarks measures</td></tr>
 * <tr><td>ux-02 no network</td><td>DatabaseTest; ArchitectureRules</td></tr>
 * <tr><td>ux-03 dropped files</td><td>DropTest; ImportSuite measures</td></tr>
 * <tr><td>ux-04 German exports</td><td>FileImportTest</td></tr>
 * <tr><td>ux-05 cancel</td><td>CancelJobsTest, CloseTest, CancelTest,
 * TableExportTest; PagingSuite measures</td></tr>
 * <tr><td>ux-06 nothing stale</td><td>LatestWinsTest, LatestReadingTest,
 * BackgroundTest</td></tr>
 * <tr><td>ux-07 never blocked</td><td>PagesWatchTest, BlockWatchTest</td></tr>
 * <tr><td>ux-08 ten million rows</td><td>TallGridTest, PageCacheTest; PagingSuite measures</td></tr>
 * <tr><td>ux-09 three clicks</td><td>ReportDialogTest</td></tr>
 * <tr><td>ux-10 one HTML file</td><td>ClientReportTest, ReportDialogTest</td></tr>
 * <tr><td>ux-11 runs repeat</td><td>ClientReportTest, RerunTest</td></tr>
 * <tr><td>ux-12 PDF</td><td>PdfReportTest</td></tr>
 * <tr><td>ux-13 errors</td><td>WorkbenchTest, RobustnessTest, WorkspaceGoneTest</td></tr>
 * <tr><td>ux-14 undo</td><td>RegistryStepsTest, BronzeTablesTest</td></tr>
 * <tr><td>ux-15 warnings</td><td>AbTestTest, LeakageTest, LeadScoringTest, LifetimeValueTest</td></tr>
 * <tr><td>ux-16 what was used</td><td>AnalysisPagesTest, KeywordsPageTest, ClientReportTest</td></tr>
 * <tr><td>ux-17 charts</td><td>ChartThemeTest, AllFiguresTest</td></tr>
 * <tr><td>ux-18 themes</td><td>EveryPageTest</td></tr>
 * <tr><td>ux-19 crisp at any size</td><td>EveryPageTest, RobustnessTest; GalleryTest by hand</td></tr>
 * <tr><td>ux-20 keyboard</td><td>EveryPageTest, TallGridTest</td></tr>
 * <tr><td>ux-21 names</td><td>EveryPageTest, and the tests of the pages</td></tr>
 * <tr><td>ux-22 two languages</td><td>MessagesTest, SentencesTest, EveryPageTest</td></tr>
 * <tr><td>ux-23 nothing lost</td><td>KilledProcessTest, RobustnessTest, WorkspaceGoneTest</td></tr>
 * <tr><td>ux-24 wide tables</td><td>WideGridTest</td></tr>
 * <tr><td>ux-25 installers</td><td>NativesTest; {@code installers/src/it/debian} tries the .deb</td></tr>
 * </table>
 */
@NullMarked
package io.liftwerk.app.window;

import org.jspecify.annotations.NullMarked;
