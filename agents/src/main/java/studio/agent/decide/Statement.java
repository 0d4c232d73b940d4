package studio.agent.decide;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.domain.kernel.Uid;
import studio.domain.network.Deployment;
import studio.domain.network.Label;
import studio.domain.network.Ref;
import studio.feed.frame.Frame;

/**
 * Something that the participant decided, signed by the site.
 *
 * @param seq       counts the site's statements
 * @param endpoint  the endpoint's uid, or {@value #NOTHING} if it is about the site
 * @param digest    the change as it was seen, or {@value #NOTHING}
 * @param verdict   what was decided
 * @param reason    why, or empty
 * @param inputs    what the participant supplies, as a JSON object of strings without spaces, ordered by key
 * @param by        who decided
 * @param at        when
 * @param signature the signature in Base64
 */
public record Statement(
        long seq,
        String endpoint,
        String digest,
        Verdict verdict,
        String reason,
        String inputs,
        String by,
        Instant at,
        String signature) {

    /** Stands for no endpoint and no digest. */
    public static final String NOTHING = "-";

    /**
     * What somebody says, before it has a number.
     *
     * @param endpoint the endpoint's uid, or {@value #NOTHING}
     * @param digest   the change as it was seen, or {@value #NOTHING}
     * @param verdict  what is decided
     * @param reason   why, or empty
     * @param inputs   what the participant supplies
     * @param by       who decides
     */
    public record Said(
            String endpoint, String digest, Verdict verdict, String reason, Map<String, String> inputs, String by) {

        /** Keeps its own copy. */
        public Said {
            inputs = Map.copyOf(inputs);
        }

        /** About the site as a whole. */
        public static Said ofSite(Verdict verdict, Map<String, String> inputs, String by) {
            return new Said(NOTHING, NOTHING, verdict, "", inputs, by);
        }
    }

    /** Signs what somebody says. */
    public static Statement sign(long seq, Said said, Instant at, Signatures signatures) {
        String inputs = encode(said.inputs());
        String text = text(seq, said.endpoint(), said.digest(), said.verdict(), said.reason(), inputs);
        return new Statement(
                seq,
                said.endpoint(),
                said.digest(),
                said.verdict(),
                said.reason(),
                inputs,
                said.by(),
                at,
                signatures.sign(text));
    }

    /** The statement that a verdict in the log came from; whether the site ever made it, its signature tells. */
    public static Statement of(Ref endpoint, Deployment.Verdict verdict) {
        Deployment.Given given = verdict.given();
        return switch (verdict) {
            case Deployment.Accepted accepted ->
                new Statement(
                        given.seq(),
                        endpoint.uid().toString(),
                        accepted.digest(),
                        Verdict.ACCEPT,
                        "",
                        encode(accepted.inputs().stream().collect(Collectors.toMap(Label::key, Label::value))),
                        given.decidedBy(),
                        Instant.EPOCH,
                        given.signature());
            case Deployment.Declined declined ->
                new Statement(
                        given.seq(),
                        endpoint.uid().toString(),
                        declined.digest(),
                        declined.removed() ? Verdict.DECLINE_AND_REMOVE : Verdict.DECLINE,
                        declined.reason(),
                        encode(Map.of()),
                        given.decidedBy(),
                        Instant.EPOCH,
                        given.signature());
        };
    }

    private static String encode(Map<String, String> inputs) {
        return new JsonObject(new TreeMap<>(inputs)).encode();
    }

    /** What is signed. */
    public String text() {
        return text(seq, endpoint, digest, verdict, reason, inputs);
    }

    private static String text(
            long seq, String endpoint, String digest, Verdict verdict, String reason, String inputs) {
        return String.join("\n", String.valueOf(seq), endpoint, digest, verdict.word(), reason, inputs);
    }

    /** What the participant supplies, by key. */
    public Map<String, String> inputValues() {
        return new JsonObject(inputs)
                .stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** Says whether it is about that endpoint. */
    public boolean isAbout(Uid other) {
        return endpoint.equals(other.toString());
    }

    /** As the feed says it. */
    public Frame.Decide frame() {
        return new Frame.Decide(
                seq,
                endpoint,
                digest,
                verdict.word(),
                reason,
                StandardCharsets.UTF_8.encode(inputs),
                by,
                StandardCharsets.US_ASCII.encode(signature));
    }

    /** The same as the domain has it; nothing for what is about the site. */
    Deployment.Verdict verdictOfChange() {
        Deployment.Given given = new Deployment.Given(seq, by, signature);
        return switch (verdict) {
            case ACCEPT ->
                new Deployment.Accepted(
                        digest,
                        inputValues().entrySet().stream()
                                .map(input -> new Label(input.getKey(), input.getValue()))
                                .collect(Collectors.toSet()),
                        given);
            case DECLINE -> new Deployment.Declined(digest, reason, false, given);
            case DECLINE_AND_REMOVE -> new Deployment.Declined(digest, reason, true, given);
            case POLICY, PAUSE, RESUME, LEAVE ->
                throw new IllegalStateException(verdict.word() + " is about no endpoint");
        };
    }
}
