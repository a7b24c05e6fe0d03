package io.liftwerk.app;

import io.liftwerk.app.cli.Liftwerk;

/** Where the program starts: the window without arguments, else the command given. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Liftwerk.execute(args.length == 0 ? new String[] {"open"} : args));
  }
}
