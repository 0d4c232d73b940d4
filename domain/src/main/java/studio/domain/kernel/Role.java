package studio.domain.kernel;

/** What a user may do in the installation as a whole. */
public enum Role {
    /** Everything, for everybody. */
    ADMINISTRATOR,
    /** Makes backbones and runs those it owns. */
    BACKBONE_OWNER,
    /** Makes application networks and runs those it owns. */
    NETWORK_OWNER,
    /** Reads everything and changes nothing. */
    AUDITOR
}
