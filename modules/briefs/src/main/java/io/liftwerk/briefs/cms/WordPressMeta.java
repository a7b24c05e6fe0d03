package io.liftwerk.briefs.cms;

/** Names of the fields that Liftwerk writes beside a post. */
public final class WordPressMeta {
  public static final String ID = "liftwerk_id";
  public static final String LANGUAGE = "liftwerk_language";
  public static final String DESCRIPTION = "liftwerk_description";
  public static final String HREFLANG = "liftwerk_hreflang";
  public static final String JSON_LD = "liftwerk_jsonld";

  private WordPressMeta() {}
}
