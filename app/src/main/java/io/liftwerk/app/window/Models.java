package io.liftwerk.app.window;

import io.liftwerk.app.window.base.Background;
import io.liftwerk.app.window.base.Preferences;
import io.liftwerk.app.window.base.Session;
import io.liftwerk.app.window.data.DataModel;
import io.liftwerk.app.window.leads.LeadsModel;
import io.liftwerk.app.window.runs.RunsModel;
import org.jspecify.annotations.Nullable;

/** The state of the pages of one open workspace. It outlives the views. */
final class Models {
  private final DataModel data;
  private final LeadsModel leads;
  private final RunsModel runs;
  private PageId page;

  /**
   * @param place where the user was when the workspace was last open
   */
  Models(Session session, Background background, Preferences.@Nullable Place place) {
    data = new DataModel(session.engine(), session.jobs(), background);
    leads = new LeadsModel(session.engine(), session.jobs(), background);
    runs = new RunsModel(session.engine(), session.jobs(), background);
    page = place == null ? PageId.DATA : PageId.of(place.page());
    data.restore(place == null ? null : place.table());
    runs.restore(place == null ? null : place.run());
  }

  DataModel data() {
    return data;
  }

  LeadsModel leads() {
    return leads;
  }

  RunsModel runs() {
    return runs;
  }

  PageId page() {
    return page;
  }

  void page(PageId next) {
    page = next;
  }
}
