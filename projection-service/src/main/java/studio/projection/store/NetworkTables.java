package studio.projection.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.api.json.Word;
import studio.api.view.NetworkViews;
import studio.domain.network.AcceptancePolicy;
import studio.domain.network.Attachment;
import studio.domain.network.Census;
import studio.domain.network.CertificateIndex;
import studio.domain.network.ClassSet;
import studio.domain.network.EdgeLink;
import studio.domain.network.Home;
import studio.domain.network.MemberInvitation;
import studio.domain.network.MemberSite;
import studio.domain.network.Network;
import studio.domain.network.Ref;
import studio.domain.network.SiteClass;
import studio.domain.network.SiteIndex;

/** The tables of application networks and of those who take part in them. */
final class NetworkTables {

    /** All of them. */
    static final List<EntityTable<?>> ALL = List.of(
            networks(),
            attachments(),
            homes(),
            siteClasses(),
            invitations(),
            edgeLinks(),
            sites(),
            siteIndexes(),
            classSets(),
            censuses(),
            certificateIndexes());

    /** The column that holds the network's name. */
    static final String NETWORK = "network";

    private NetworkTables() {}

    private static EntityTable<Network> networks() {
        return EntityTable.of(
                "application_networks",
                Network.KIND,
                EntityTable.Key.root(),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.users("owner", network -> network.spec().owners()),
                        Column.groups("owner", network -> network.spec().owners()),
                        Column.users("reader", network -> network.spec().readers()),
                        Column.groups("reader", network -> network.spec().readers()),
                        Column.text(
                                "backbone", network -> network.spec().backbone().value()),
                        Column.optionalTime(
                                "start_time",
                                network -> network.spec().schedule().startTime()),
                        Column.optionalTime(
                                "end_time", network -> network.spec().schedule().endTime())));
    }

    private static EntityTable<Attachment> attachments() {
        return EntityTable.of(
                "backbone_attachments",
                Attachment.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.optionalText(
                                "host", attachment -> endpoint(attachment).map(Attachment.Endpoint::host)),
                        Column.optionalInteger(
                                "port", attachment -> endpoint(attachment).map(Attachment.Endpoint::port))));
    }

    private static Optional<Attachment.Endpoint> endpoint(Attachment attachment) {
        return attachment instanceof Attachment.Ready ready ? Optional.of(ready.endpoint()) : Optional.empty();
    }

    private static EntityTable<Home> homes() {
        return EntityTable.of(
                "homes",
                Home.KIND,
                EntityTable.Key.root(),
                List.of(
                        EntityTables.state(),
                        Column.text("placement", home -> Word.of(home.spec().placement())),
                        Column.optionalTime(
                                "since",
                                home -> home instanceof Home.Running running
                                        ? Optional.of(running.since())
                                        : Optional.empty())));
    }

    private static EntityTable<SiteClass> siteClasses() {
        return EntityTable.of(
                "site_classes",
                SiteClass.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(
                        Column.text("proposed_policy", siteClass -> Word.of(siteClass.proposedPolicy())),
                        Column.number("sites", SiteClass::sites)));
    }

    private static EntityTable<MemberInvitation> invitations() {
        return EntityTable.of(
                "member_invitations",
                MemberInvitation.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(
                        EntityTables.state(),
                        Column.optionalTime(
                                "join_deadline", invitation -> terms(invitation).joinDeadline()),
                        Column.optionalNumber(
                                "use_limit", invitation -> terms(invitation).instanceLimit()),
                        Column.number("admitted", MemberInvitation::admitted),
                        Column.flag(
                                "interactive", invitation -> terms(invitation).interactive()),
                        Column.flag("own_site", invitation -> terms(invitation).ownSite())));
    }

    private static MemberInvitation.Terms terms(MemberInvitation invitation) {
        return invitation.spec().terms();
    }

    private static EntityTable<EdgeLink> edgeLinks() {
        return EntityTable.of(
                "edge_links",
                EdgeLink.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(
                        Column.text("invitation", link -> link.invitation().value()),
                        Column.text("access_point", link -> link.accessPoint().value()),
                        Column.integer("priority", EdgeLink::priority)));
    }

    private static EntityTable<MemberSite> sites() {
        return EntityTable.of(
                "member_sites",
                MemberSite.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(
                        EntityTables.state(),
                        EntityTables.cause(),
                        Column.optionalTime("since", NetworkViews::since),
                        Column.flag("member", MemberSite::isMember),
                        Column.text(
                                "invitation",
                                site -> site.spec().invitation().name().value()),
                        Column.array(
                                "site_classes",
                                site -> classes(site).map(Ref::name).toList()),
                        Column.array(
                                "class_uids",
                                site -> classes(site).map(Ref::uid).toList()),
                        Column.text("platform", site -> Word.of(site.spec().platform())),
                        Column.flag(
                                "accepts_all", site -> site.spec().policy().mode() == AcceptancePolicy.Mode.ACCEPT_ALL),
                        Column.optionalTime(
                                "accepts_until", site -> site.spec().policy().until()),
                        Column.flag("paused", site -> site.spec().paused())));
    }

    private static Stream<Ref> classes(MemberSite site) {
        return site.spec().siteClasses().stream();
    }

    private static EntityTable<SiteIndex> siteIndexes() {
        return EntityTable.of(
                "site_indexes",
                SiteIndex.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(Column.text("site", index -> index.site().value())));
    }

    private static EntityTable<ClassSet> classSets() {
        return EntityTable.of(
                "class_sets",
                ClassSet.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(Column.number("sites", ClassSet::sites)));
    }

    private static EntityTable<Census> censuses() {
        return EntityTable.of(
                "censuses", Census.KIND, EntityTable.Key.root(), List.of(Column.number("sites", Census::sites)));
    }

    private static EntityTable<CertificateIndex> certificateIndexes() {
        return EntityTable.of(
                "certificate_indexes",
                CertificateIndex.KIND,
                EntityTable.Key.named(NETWORK),
                List.of(Column.uid("newest", CertificateIndex::newest)));
    }
}
