package studio.standin.core;

/** A whole message on its way, unread. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, never compared
public record Parcel(String to, byte[] message, Settlement settlement, Origin origin) {

    /** The same for one of several receivers: nobody hears of a single one's outcome. */
    Parcel copy() {
        return new Parcel(to, message, Settlement.UNHEARD, origin);
    }
}
