package io.liftwerk.scoring;

/** What part a version of a model plays. */
public enum ModelStage {
  /** Scores when no version is named; a model has at most one. */
  CHAMPION,
  /** Waits to be compared with the champion; a champion that was replaced is one again. */
  CHALLENGER,
  /** Put aside; kept so that earlier runs can be repeated. */
  RETIRED,
  /** Takes no part, for example an imported model that nobody has judged yet. */
  NONE
}
