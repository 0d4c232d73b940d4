package studio.agent.decide;

/** The site's key, which proves that a decision is the site's own. */
public interface Signatures {

    /** Signs a text with the newest key; the signature is in Base64. */
    String sign(String text);

    /** Says whether one of the site's keys signed that text. */
    boolean isOurs(String text, String signature);
}
