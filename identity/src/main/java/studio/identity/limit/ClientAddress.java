package studio.identity.limit;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells where a request comes from. Behind proxies that are trusted that is the last address in X-Forwarded-For that is not one of
 * theirs; what stands before it, anybody could have written.
 */
@ApplicationScoped
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpSubnetFilterRule> trusted;

    ClientAddress(LimitsConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(ClientAddress::network)
                .toList();
    }

    /** The address, as text. */
    public String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        List<String> hops = new ArrayList<>();
        request.headers().getAll(FORWARDED_FOR).forEach(header -> hops.addAll(List.of(header.split("[,\\s]+"))));
        hops.add(peer == null ? "unknown" : peer);
        while (hops.size() > 1
                && isTrusted(hops.getLast())
                && NetUtil.createByteArrayFromIpAddressString(hops.get(hops.size() - 2)) != null) {
            hops.removeLast();
        }
        return hops.getLast();
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
