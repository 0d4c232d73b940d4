package studio.feed.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import studio.domain.plan.ItemsHash;

/** What one end of a feed says to the other. */
public sealed interface Frame {

    /** What the version of the protocol is that this program speaks. */
    int PROTOCOL = 1;

    /** What a site or a home says. */
    sealed interface Up extends Frame {}

    /** What is said to a site or a home. */
    sealed interface Down extends Frame {}

    /**
     * The first frame of a session: here is somebody, and this far.
     *
     * @param bootId       names the life of the program that says so
     * @param attempt      how many sessions that life has begun, this one included
     * @param vector       what was last applied
     * @param root         the hash of what was last applied
     * @param statusDigest stands for the status of all items
     * @param capabilities what the program can do, in words that later programs may know
     */
    record Hello(
            String bootId,
            long attempt,
            Vector vector,
            ItemsHash root,
            ItemsHash statusDigest,
            Set<String> capabilities)
            implements Up {

        /** Checks the bounds. */
        public Hello {
            Bounds.name("bootId", bootId);
            Bounds.counts("attempt", attempt);
            Bounds.few("capabilities", capabilities, Bounds.MAX_AUDIENCES);
            capabilities = Set.copyOf(capabilities);
            capabilities.forEach(capability -> Bounds.name("capabilities", capability));
        }
    }

    /**
     * There is nothing to do.
     *
     * @param vector what there is
     * @param root   its hash
     */
    record Synced(Vector vector, ItemsHash root) implements Down {}

    /**
     * What has changed since a known place.
     *
     * @param delivery numbers what is sent in a session; the answer has the same number
     * @param from     where it applies
     * @param to       where it leads
     * @param heads    of the audiences that it changes, as they are then
     * @param upserts  items that are new or other than before
     * @param deletes  items that are gone
     * @param root     the hash of the whole document then
     */
    record Delta(
            long delivery,
            Vector from,
            Vector to,
            List<Head> heads,
            List<FeedItem> upserts,
            List<ItemKey> deletes,
            ItemsHash root)
            implements Down {

        /** Checks the bounds and keeps its own lists. */
        public Delta {
            Bounds.counts("delivery", delivery);
            Bounds.few("heads", heads, Bounds.MAX_ELEMENTS);
            Bounds.few("upserts", upserts, Bounds.MAX_ELEMENTS);
            Bounds.few("deletes", deletes, Bounds.MAX_ELEMENTS);
            heads = List.copyOf(heads);
            upserts = List.copyOf(upserts);
            deletes = List.copyOf(deletes);
        }
    }

    /**
     * A part of all items of the audiences that differ.
     *
     * @param delivery as in a delta, the same for all parts
     * @param part     counts the parts from 0
     * @param last     whether it is the last one
     * @param to       where it leads
     * @param heads    of the audiences that the snapshot replaces and whose items begin in this part
     * @param left     audiences that the document has no more; in the last part
     * @param items    their items, of the one audience after the other
     * @param root     the hash of the whole document then
     */
    record Snapshot(
            long delivery,
            int part,
            boolean last,
            Vector to,
            List<Head> heads,
            List<String> left,
            List<FeedItem> items,
            ItemsHash root)
            implements Down {

        /** Checks the bounds and keeps its own lists. */
        public Snapshot {
            Bounds.counts("delivery", delivery);
            Bounds.counts("part", part);
            Bounds.few("heads", heads, Bounds.MAX_ELEMENTS);
            Bounds.few("left", left, Bounds.MAX_AUDIENCES);
            Bounds.few("items", items, Bounds.MAX_ELEMENTS);
            heads = List.copyOf(heads);
            left = List.copyOf(left);
            items = List.copyOf(items);
        }
    }

    /**
     * What was sent is applied and will survive a crash; or it did not fit, and this is where one stands.
     *
     * @param delivery the number of what was sent
     * @param vector   what is applied now
     * @param root     its hash
     */
    record Ack(long delivery, Vector vector, ItemsHash root) implements Up {}

    /**
     * What was sent is not applied; the last good document is kept.
     *
     * @param delivery the number of what was sent
     * @param vector   what is applied
     * @param item     the item's key, or empty if it is about all of it
     * @param digest   the item's digest, or empty
     * @param problem  why
     */
    record Nack(long delivery, Vector vector, String item, String digest, Problem problem) implements Up {

        /** Checks the bounds. */
        public Nack {
            Bounds.text("item", item);
            Bounds.text("digest", digest);
        }
    }

    /**
     * The answer to a beat.
     *
     * @param vector what was last acknowledged
     */
    record Bookmark(Vector vector) implements Down {}

    /**
     * Both ends begin anew.
     *
     * @param reason what with
     */
    record Resync(Reason reason) implements Down {

        /** What to begin anew with. */
        public enum Reason {
            /** A snapshot of everything follows. */
            DOCUMENT,
            /** The status of all items is wanted. */
            STATUS
        }
    }

    /**
     * The subject has been removed: it should clean up, then confirm.
     *
     * @param reason for people
     */
    record Farewell(String reason) implements Down {

        /** Checks the bounds. */
        public Farewell {
            Bounds.text("reason", reason);
        }
    }

    /** Everything is cleaned up after a farewell. */
    record Cleaned() implements Up {}

    /**
     * The session is over.
     *
     * @param problem    why
     * @param retryAfter how many milliseconds it makes no sense to come back
     */
    record Refused(Problem problem, long retryAfter) implements Down {}

    /**
     * Here is still somebody.
     *
     * @param vector       what is applied
     * @param root         its hash
     * @param statusDigest stands for the status of all items
     * @param sequence     counts the beats of a session
     */
    record Beat(Vector vector, ItemsHash root, ItemsHash statusDigest, long sequence) implements Up {}

    /**
     * How items do.
     *
     * @param items those whose status changed
     * @param gone  keys of those that there are no more
     * @param all   whether these are all of them
     */
    record Status(List<ItemStatus> items, List<String> gone, boolean all) implements Up {

        /** Checks the bounds and keeps its own lists. */
        public Status {
            Bounds.few("items", items, Bounds.MAX_ELEMENTS);
            Bounds.few("gone", gone, Bounds.MAX_ELEMENTS);
            items = List.copyOf(items);
            gone = List.copyOf(gone);
        }
    }

    /**
     * What the participant decided about an endpoint.
     *
     * @param seq       rises with each decision of a site
     * @param endpoint  the endpoint's name
     * @param digest    what was seen
     * @param verdict   what was decided, in the planner's words
     * @param reason    why, or empty
     * @param inputs    what the participant filled in, in bytes that the feed does not read
     * @param by        who decided
     * @param signature made by the site's key over all of it
     */
    record Decide(
            long seq,
            String endpoint,
            String digest,
            String verdict,
            String reason,
            ByteBuffer inputs,
            String by,
            ByteBuffer signature)
            implements Up {

        /** Checks the bounds. */
        public Decide {
            Bounds.counts("seq", seq);
            Bounds.name("endpoint", endpoint);
            Bounds.name("digest", digest);
            Bounds.name("verdict", verdict);
            Bounds.text("reason", reason);
            Bounds.bytes("inputs", inputs);
            Bounds.name("by", by);
            Bounds.bytes("signature", signature);
        }

        /**
         * What the site's key signs, with SHA-256: number, endpoint, digest, verdict, reason and inputs, each on a line of its own, in
         * UTF-8. The signature itself is in Base64.
         */
        public byte[] signed() {
            byte[] lines = String.join("\n", String.valueOf(seq), endpoint, digest, verdict, reason, "")
                    .getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(lines.length + inputs.remaining())
                    .put(lines)
                    .put(inputs.duplicate())
                    .array();
        }
    }

    /**
     * What became of a decision.
     *
     * @param seq     the decision's number
     * @param outcome {@code accepted}, or the slug of the problem
     * @param detail  for people, or empty
     */
    record Decided(long seq, String outcome, String detail) implements Down {

        /** Checks the bounds. */
        public Decided {
            Bounds.counts("seq", seq);
            Bounds.name("outcome", outcome);
            Bounds.text("detail", detail);
        }
    }

    /**
     * A request for a certificate for a new key.
     *
     * @param certificate the uid of the certificate that asks for it
     * @param request     PKCS #10 in PEM form
     */
    record Csr(String certificate, String request) implements Up {

        /** Checks the bounds. */
        public Csr {
            Bounds.name("certificate", certificate);
            Bounds.text("request", request);
        }
    }

    /**
     * The certificate that was asked for.
     *
     * @param certificate its uid
     * @param ordinal     its number among those of the subject
     * @param chain       it and those between it and the root, in PEM form
     * @param oldestValid the lowest number that still counts
     */
    record Certificate(String certificate, long ordinal, String chain, long oldestValid) implements Down {

        /** Checks the bounds. */
        public Certificate {
            Bounds.name("certificate", certificate);
            Bounds.text("chain", chain);
        }
    }

    /**
     * What went through a router, on a stream of its own.
     *
     * @param from      the interval's begin
     * @param to        its end
     * @param summaries in bytes that the feed does not read
     */
    record Flows(Instant from, Instant to, ByteBuffer summaries) implements Up {

        /** Checks the bounds. */
        public Flows {
            Bounds.bytes("summaries", summaries);
        }
    }

    /**
     * What a site said to its home, for the centre.
     *
     * @param site  the site's audience
     * @param frame what it said, as a frame in bytes
     */
    record FromSite(String site, ByteBuffer frame) implements Up {

        /** Checks the bounds. */
        public FromSite {
            Bounds.name("site", site);
        }
    }

    /**
     * What the centre says to a site through its home.
     *
     * @param site  the site's audience
     * @param frame what it says, as a frame in bytes
     */
    record ToSite(String site, ByteBuffer frame) implements Down {

        /** Checks the bounds. */
        public ToSite {
            Bounds.name("site", site);
        }
    }
}
