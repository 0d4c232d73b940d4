package studio.standin.core;

/** Bytes that want to go to an address as they come, and where the other direction's bytes are to be sent. Empty: nowhere. */
public record StreamRequest(String to, String replyTo, Origin origin) {}
