package studio.domain.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The rule for hosts: a DNS name (RFC 1123 subdomain), because a router compares names in certificates and no addresses. */
public final class DnsName {

    /** The rule in one sentence, for messages. */
    public static final String RULE =
            "must be a DNS name in lower case, such as router.example.com, and not an IP address: routers ignore those in"
                    + " certificates";

    private static final int MAX_LENGTH = 253;

    /** Whatever ends like this is read as an IPv4 address, in decimal or hexadecimal, and not looked up. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    private DnsName() {}

    /** Says whether {@code host} is a DNS name. */
    public static boolean isValid(String host) {
        String[] labels = host.split("\\.", -1);
        return host.length() <= MAX_LENGTH
                && Arrays.stream(labels).allMatch(Name::isValid)
                && !NUMBER.matcher(labels[labels.length - 1]).matches();
    }
}
