package studio.agent.flow;

/** The numbers that routers have for types of records and their attributes. */
final class Codes {

    static final int ROUTER = 1;
    static final int LINK = 2;
    static final int LISTENER = 4;
    static final int CONNECTOR = 5;
    static final int TCP_FLOW = 16;

    static final int RECORD_TYPE = 0;
    static final int IDENTITY = 1;
    static final int PARENT = 2;
    static final int START_TIME = 3;
    static final int END_TIME = 4;
    static final int SOURCE_HOST = 14;
    static final int SOURCE_PORT = 17;
    static final int ADDRESS = 19;
    static final int OCTETS = 23;
    static final int LATENCY = 24;
    static final int NAME = 30;
    static final int BUILD_VERSION = 32;
    static final int FLOW_COUNT = 40;
    static final int OPER_STATUS = 53;
    static final int OCTETS_REVERSE = 58;
    static final int ERROR_LISTENER_SIDE = 64;
    static final int ERROR_CONNECTOR_SIDE = 65;

    private Codes() {}
}
