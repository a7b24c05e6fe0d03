package io.liftwerk.keywords.editors;

import io.liftwerk.keywords.account.Channel;

/** Whose reader a file is written for. */
public enum EditorFormat {
  GOOGLE,
  MICROSOFT,
  AMAZON,
  /** For people and their spreadsheets. */
  PLAIN;

  /** The one that a channel's own editor reads. */
  public static EditorFormat of(Channel channel) {
    return switch (channel) {
      case GOOGLE -> GOOGLE;
      case MICROSOFT -> MICROSOFT;
      case AMAZON -> AMAZON;
    };
  }
}
