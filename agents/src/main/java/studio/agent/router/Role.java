package studio.agent.router;

/** What a connection is for. */
public enum Role {
    /** Clients, such as agents. */
    NORMAL("normal"),
    /** Interior routers of one backbone. */
    INTER_ROUTER("inter-router"),
    /** Edge routers, which hang from an interior one. */
    EDGE("edge");

    private final String word;

    Role(String word) {
        this.word = word;
    }

    /** What the router calls it. */
    public String word() {
        return word;
    }
}
