package studio.projection.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.api.json.StudioJson;
import studio.domain.kernel.Uid;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.DecisionCommand.AcceptChanges;
import studio.domain.network.DecisionCommand.DeclineChanges;
import studio.domain.network.Deployment.Choice;
import studio.domain.network.Label;
import studio.domain.network.MemberCommand.LeaveNetwork;
import studio.domain.network.MemberCommand.SetAcceptancePolicy;
import studio.domain.network.MemberCommand.SetOwnPause;
import studio.domain.network.NetworkCommand;
import studio.feed.frame.Frame;

/** What a participant decided, as a command. Pure. */
final class Decisions {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String ACCEPT = "accept";
    private static final String UNTIL = "until";

    private Decisions() {}

    /**
     * The command of a decision at that site.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static NetworkCommand command(Uid site, Frame.Decide decide) {
        String signature = ascii(decide.signature());
        return switch (decide.verdict()) {
            case ACCEPT -> new AcceptChanges(site, decide.seq(), List.of(choice(decide)), decide.by(), signature);
            case "decline", "decline-and-remove" ->
                new DeclineChanges(
                        site,
                        decide.seq(),
                        List.of(choice(decide)),
                        decide.reason(),
                        decide.verdict().equals("decline-and-remove"),
                        decide.by(),
                        signature);
            case "policy" -> new SetAcceptancePolicy(site, policy(texts(decide.inputs())));
            case "pause" -> new SetOwnPause(site, true);
            case "resume" -> new SetOwnPause(site, false);
            case "leave" -> new LeaveNetwork(site);
            default -> throw new IllegalArgumentException("verdict '" + decide.verdict() + "' is none");
        };
    }

    private static Choice choice(Frame.Decide decide) {
        Set<Label> inputs = texts(decide.inputs()).entrySet().stream()
                .map(input -> new Label(input.getKey(), input.getValue()))
                .collect(Collectors.toSet());
        return new Choice(Uid.parse(decide.endpoint()), decide.digest(), inputs);
    }

    private static AcceptancePolicy policy(Map<String, String> texts) {
        AcceptancePolicy.Mode mode = switch (texts.getOrDefault(ACCEPT, "")) {
            case "ask" -> AcceptancePolicy.Mode.ASK;
            case "all", "accept-all" -> AcceptancePolicy.Mode.ACCEPT_ALL;
            default -> throw new IllegalArgumentException("accept must be 'ask' or 'all'");
        };
        return new AcceptancePolicy(mode, Optional.ofNullable(texts.get(UNTIL)).map(Decisions::moment));
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("until must be a time (RFC 3339)", none);
        }
    }

    private static Map<String, String> texts(ByteBuffer inputs) {
        if (!inputs.hasRemaining()) {
            return Map.of();
        }
        try {
            Map<String, String> texts = StudioJson.json()
                    .readValue(StandardCharsets.UTF_8.decode(inputs.duplicate()).toString(), TEXTS);
            if (texts == null || texts.containsValue(null)) {
                throw new IllegalArgumentException("inputs must be an object of texts in JSON");
            }
            return texts;
        } catch (JsonProcessingException none) {
            throw new IllegalArgumentException("inputs must be an object of texts in JSON", none);
        }
    }

    private static String ascii(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes.duplicate()).toString();
    }

    /** Whether that decision was signed with the key of the first certificate of that chain. */
    static boolean isSigned(Frame.Decide decide, String chain) {
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
            Signature check =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            check.initVerify(key);
            check.update(decide.signed());
            return check.verify(Base64.getDecoder().decode(ascii(decide.signature())));
        } catch (GeneralSecurityException | IllegalArgumentException none) {
            return false;
        }
    }
}
