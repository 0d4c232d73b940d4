package studio.home.holder;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.domain.kernel.Uid;

/**
 * Who a network's home is, as its certificate says.
 *
 * @param installation the name of the installation
 * @param network      the network's uid
 * @param home         the home's uid
 */
public record HomeUri(String installation, Uid network, Uid home) {

    private static final Pattern FORM = Pattern.compile("spiffe://([^/]+)/network/([^/]+)/home/([^/]+)");
    private static final Pattern SITE = Pattern.compile("spiffe://([^/]+)/network/([^/]+)/site/([^/]+)");

    /** Reads it, if it is one. */
    public static Optional<HomeUri> parse(String uri) {
        Matcher matcher = FORM.matcher(uri);
        try {
            return matcher.matches()
                    ? Optional.of(
                            new HomeUri(matcher.group(1), Uid.parse(matcher.group(2)), Uid.parse(matcher.group(3))))
                    : Optional.empty();
        } catch (IllegalArgumentException noUid) {
            return Optional.empty();
        }
    }

    /** The URI of a component of the Service Home. */
    public String service(String component) {
        return "spiffe://" + installation + "/service/" + component;
    }

    /** The audience of the site of this network that has that URI, if it is one. */
    public Optional<String> site(String uri) {
        Matcher matcher = SITE.matcher(uri);
        boolean ours = matcher.matches()
                && matcher.group(1).equals(installation)
                && matcher.group(2).equals(network.toString());
        return ours ? Optional.of("site/" + matcher.group(3)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "spiffe://" + installation + "/network/" + network + "/home/" + home;
    }
}
