package studio.standin.amqp;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Why a connection was not made, in the router's words. */
public final class ConnectFailures {

    private ConnectFailures() {}

    /** One line for a person. */
    public static String describe(InetSocketAddress address, Throwable cause) {
        String where = address.getHostString() + ":" + address.getPort();
        if (address.isUnresolved() || cause instanceof UnknownHostException) {
            return "proton:io Name or service not known - connect to " + where;
        }
        return cause instanceof ConnectException
                ? "proton:io Connection refused - disconnected " + where
                : "proton:io " + cause.getMessage() + " - disconnected " + where;
    }
}
