package io.liftwerk.text;

/** What opens a door; see {@link Secrets}. */
public enum SecretKind {
  AWS_KEY,
  GITHUB_TOKEN,
  GITLAB_TOKEN,
  SLACK_TOKEN,
  STRIPE_KEY,
  GOOGLE_KEY,
  TWILIO_KEY,
  SENDGRID_KEY,
  /** A language model's or another service's {@code sk-…}. */
  MODEL_KEY,
  /**
   * A token of another service that is known by its beginning: npm, PyPI, Hugging Face, Shopify.
   */
  SERVICE_TOKEN,
  /** The block of a PEM or OpenPGP file, or what is left of it. */
  PRIVATE_KEY,
  /** A JSON Web Token (RFC 7519). */
  JWT,
  /** {@code https://user:password@host}. */
  URL_PASSWORD,
  /** {@code password = …}. */
  PASSWORD,
  /** A long random value that is assigned to something called a key, a token or a secret. */
  ASSIGNED_SECRET
}
