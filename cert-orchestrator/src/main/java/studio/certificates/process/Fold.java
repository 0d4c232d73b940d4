package studio.certificates.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import studio.certificates.signer.Signer;
import studio.certificates.store.Sql;
import studio.domain.backbone.BackboneEvent.AccessPointAdded;
import studio.domain.backbone.BackboneEvent.AccessPointAddressSet;
import studio.domain.backbone.BackboneEvent.AccessPointRemoved;
import studio.domain.backbone.BackboneEvent.BackboneCreated;
import studio.domain.backbone.BackboneEvent.BackboneDeleted;
import studio.domain.backbone.BackboneEvent.InteriorSiteAdded;
import studio.domain.backbone.BackboneEvent.InteriorSiteRemoved;
import studio.domain.certificate.CertificateEvent;
import studio.domain.certificate.CertificateSubject.Kind;
import studio.domain.kernel.Event;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.network.Home;
import studio.domain.network.HomeEvent.HomePlaced;
import studio.domain.network.MemberEvent.SiteAbandoned;
import studio.domain.network.MemberEvent.SiteEvicted;
import studio.domain.network.MemberEvent.SiteRemoved;
import studio.domain.network.NetworkEvent.NetworkChanged;
import studio.domain.network.NetworkEvent.NetworkCreated;
import studio.domain.network.NetworkEvent.NetworkDeleted;
import studio.schema.StoredEvent;

/** What each event means for the ledger, in the transaction that also moves the place in the log. The same event again changes nothing. */
final class Fold {

    private final Sql sql;
    private final Signer signer;
    private final HolderFiles files;
    private final CertificateFold certificates;
    private final Rotations rotations;

    Fold(Sql sql, Signer signer, HolderFiles files, Instant now) {
        this.sql = sql;
        this.signer = signer;
        this.files = files;
        this.rotations = new Rotations(sql, new Outbox(sql, now));
        this.certificates = new CertificateFold(sql, signer, files, rotations, now);
    }

    void apply(StoredEvent event) {
        StreamKey stream = event.meta().stream();
        switch (event.event()) {
            case CertificateEvent e -> certificates.apply(e, event.meta());
            case BackboneCreated e -> owner(stream, e.uid(), Optional.empty());
            case NetworkCreated e -> owner(stream, e.uid(), e.spec().schedule().lastMoment());
            case NetworkChanged e -> changed(stream, e, event);
            case InteriorSiteAdded e ->
                holder(stream, Kind.INTERIOR_SITE, e.site().value(), e.uid(), false);
            case AccessPointAdded e ->
                holder(stream, Kind.ACCESS_POINT, e.accessPoint().value(), e.uid(), false);
            case HomePlaced e -> placed(stream, e);
            case AccessPointAddressSet e -> moved(stream, e);
            case SiteEvicted e -> shutOut(stream, e.site().uid());
            case SiteAbandoned e ->
                gone(stream, Kind.MEMBER_SITE, e.site().uid().toString());
            case SiteRemoved e -> gone(stream, Kind.MEMBER_SITE, e.site().uid().toString());
            case InteriorSiteRemoved e ->
                gone(stream, Kind.INTERIOR_SITE, e.site().value());
            case AccessPointRemoved e ->
                gone(stream, Kind.ACCESS_POINT, e.accessPoint().value());
            case BackboneDeleted e -> over(stream);
            case NetworkDeleted e -> over(stream);
            case Event other -> {}
        }
    }

    private void owner(StreamKey stream, Uid uid, Optional<Instant> end) {
        sql.update("""
                INSERT INTO holders (stream, kind, name, uid, ends_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (stream, kind, name) DO UPDATE SET uid = excluded.uid, ends_at = excluded.ends_at
                """, stream.toString(), Ledger.OWNER, stream.name().value(), uid, end);
    }

    private void changed(StreamKey stream, NetworkChanged event, StoredEvent stored) {
        sql.update(
                "UPDATE holders SET ends_at = ? WHERE stream = ? AND kind = ?",
                event.spec().schedule().lastMoment(),
                stream.toString(),
                Ledger.OWNER);
        rotations.ofOutdated(stored.meta());
    }

    private void holder(StreamKey stream, Kind kind, String name, Uid uid, boolean managed) {
        sql.update("""
                INSERT INTO holders (stream, kind, name, uid, managed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (stream, kind, name) DO UPDATE SET uid = excluded.uid, managed = excluded.managed, host = NULL
                """, stream.toString(), kind.name(), name, uid, managed);
    }

    /** In place of any home that there was. */
    private void placed(StreamKey stream, HomePlaced event) {
        String home = event.uid().toString();
        homes(stream).stream().filter(other -> !other.equals(home)).forEach(other -> {
            gone(stream, Kind.NETWORK_HOME, other);
            files.gone(Kind.NETWORK_HOME, other);
        });
        holder(stream, Kind.NETWORK_HOME, home, event.uid(), event.placement() == Home.Placement.MANAGED);
    }

    private List<String> homes(StreamKey stream) {
        return sql.query(
                "SELECT name FROM holders WHERE stream = ? AND kind = ?",
                row -> row.text("name"),
                stream.toString(),
                Kind.NETWORK_HOME.name());
    }

    /** An access point that is reached at another name begins anew: its certificates are for the old one. */
    private void moved(StreamKey stream, AccessPointAddressSet event) {
        String name = event.accessPoint().value();
        int elsewhere = sql.update(
                "UPDATE holders SET host = ? WHERE stream = ? AND kind = ? AND name = ? AND host IS DISTINCT FROM ?",
                event.address().host(),
                stream.toString(),
                Kind.ACCESS_POINT.name(),
                name,
                event.address().host());
        if (elsewhere > 0) {
            forget(stream, Kind.ACCESS_POINT, name);
        }
    }

    private void forget(StreamKey stream, Kind kind, String name) {
        sql.update(
                "DELETE FROM certificates WHERE stream = ? AND use = ? AND subject = ?",
                stream.toString(),
                kind.name(),
                name);
    }

    private void shutOut(StreamKey stream, Uid site) {
        sql.update("""
                UPDATE certificates SET state = CASE WHEN state IN ('issued', 'superseded') THEN 'revoked' ELSE 'closed' END
                WHERE stream = ? AND use = ? AND subject = ? AND state NOT IN ('revoked', 'expired')
                """, stream.toString(), Kind.MEMBER_SITE.name(), site.toString());
    }

    private void gone(StreamKey stream, Kind kind, String name) {
        // One that left and comes back with its key is another incarnation, with another uid.
        sql.update("DELETE FROM holder_keys WHERE holder = ?", stream + "/" + kind + "/" + name);
        forget(stream, kind, name);
        sql.update(
                "DELETE FROM holders WHERE stream = ? AND kind = ? AND name = ?", stream.toString(), kind.name(), name);
    }

    /** Nothing is signed in this stream's name any more, whoever has a copy of the database. */
    private void over(StreamKey stream) {
        sql.query(
                        "SELECT certificate FROM certificates WHERE stream = ? AND use LIKE '%\\_CA'",
                        row -> row.uid("certificate"), stream.toString())
                .forEach(signer::retire);
        homes(stream).forEach(home -> files.gone(Kind.NETWORK_HOME, home));
        sql.update("DELETE FROM certificates WHERE stream = ?", stream.toString());
        sql.update("DELETE FROM holders WHERE stream = ?", stream.toString());
    }
}
