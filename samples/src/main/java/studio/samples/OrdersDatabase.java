package studio.samples;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.h2.tools.Server;

/** The database at headquarters: H2, which speaks its own protocol over TCP. */
final class OrdersDatabase implements AutoCloseable {

    private static final Logger LOGGER = System.getLogger("orders-db");
    static final int PORT = 9_092;

    private final Server server;

    private OrdersDatabase(Server server) {
        this.server = server;
    }

    static OrdersDatabase start(Environment environment) throws SQLException {
        System.setProperty("h2.bindAddress", environment.host());
        return new OrdersDatabase(Server.createTcpServer(
                        "-tcpPort",
                        String.valueOf(environment.port(PORT)),
                        "-ifNotExists",
                        "-baseDir",
                        environment.data())
                .start());
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws SQLException {
        Environment environment = Environment.ofProcess();
        OrdersDatabase database = start(environment);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        LOGGER.log(Level.INFO, "orders-db listens on " + environment.host() + ":" + database.port());
    }
}
