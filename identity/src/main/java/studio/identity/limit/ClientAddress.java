package studio.identity.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells where a request comes from. Behind proxies that are trusted that is the last address in X-Forwarded-For that is not one of
 * theirs; what stands before it, anybody could have written.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    @Inject
    ClientAddress(LimitsConfig config) {
        this(config.trustedProxies().orElse(List.of()));
    }

    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddress::network).toList();
    }

    /** The address, as text. */
    public String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        return of(peer == null ? "unknown" : peer, request.headers().getAll(FORWARDED_FOR));
    }

    /** Goes back from hop to hop for as long as those who named them are trusted. */
    String of(String peer, List<String> forwardedFor) {
        String client = peer;
        for (String hop : hops(forwardedFor).reversed()) {
            if (!isTrusted(client) || !isAddress(hop)) {
                return client;
            }
            client = hop;
        }
        return client;
    }

    private static List<String> hops(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .toList();
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }

    private boolean isTrusted(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return false;
        }
        InetAddress inet = inet(bytes);
        return inet.isLoopbackAddress()
                || trusted.stream().anyMatch(network -> network.matches(new InetSocketAddress(inet, 0)));
    }

    private static InetAddress inet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are an address", impossible);
        }
    }

    private static IpSubnetFilterRule network(String cidr) {
        return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
    }
}
