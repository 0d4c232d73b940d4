package studio.standin.flow;

/** The numbers of record types and attributes on the wire. */
final class Codes {

    static final int SITE = 0;
    static final int ROUTER = 1;
    static final int LINK = 2;
    static final int LISTENER = 4;
    static final int CONNECTOR = 5;
    static final int ROUTER_ACCESS = 15;
    static final int BIFLOW_TPORT = 16;

    static final int RECORD_TYPE = 0;
    static final int IDENTITY = 1;
    static final int PARENT = 2;
    static final int START_TIME = 3;
    static final int END_TIME = 4;
    static final int LOCATION = 9;
    static final int PROVIDER = 10;
    static final int PLATFORM = 11;
    static final int NAMESPACE = 12;
    static final int MODE = 13;
    static final int SOURCE_HOST = 14;
    static final int DESTINATION_HOST = 15;
    static final int PROTOCOL = 16;
    static final int SOURCE_PORT = 17;
    static final int DESTINATION_PORT = 18;
    static final int ADDRESS = 19;
    static final int OCTETS = 23;
    static final int LATENCY = 24;
    static final int NAME = 30;
    static final int BUILD_VERSION = 32;
    static final int LINK_COST = 33;
    static final int FLOW_COUNT = 40;
    static final int LINK_COUNT = 52;
    static final int OPER_STATUS = 53;
    static final int ROLE = 54;
    static final int OCTETS_REVERSE = 58;
    static final int TLS_ORDINAL = 66;

    private Codes() {}
}
