package studio.projection.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.backbone.AccessPoint;
import studio.domain.backbone.BackboneCommand;
import studio.domain.backbone.BackboneCommand.AddAccessPoint;
import studio.domain.backbone.BackboneCommand.ReportLink;
import studio.domain.backbone.BackboneCommand.SetAccessPointAddress;
import studio.domain.backbone.PortRange;
import studio.domain.certificate.CertificateCommand.AcknowledgeCertificate;
import studio.domain.kernel.Name;
import studio.domain.kernel.Owners;
import studio.domain.plan.Item;
import studio.domain.plan.SiteStatus.ItemStatus;
import studio.domain.plan.SiteStatus.Progress;
import studio.projection.testing.History;
import studio.projection.testing.LiveBackbone;
import studio.projection.testing.Stories;
import studio.projection.testing.Tenants;

class InteriorReportsTest {

    private static final Name LINK = Name.of("west-east");

    private final History history = new History();
    private final LiveBackbone acme = new LiveBackbone(history, new Tenants(history), "acme");
    private final KnownItems known = new KnownItems();

    private KnownItems.OfSite document(String site) {
        return known.of(
                PlannedSource.directory(acme.entities())
                        .source(acme.entities().stream())
                        .orElseThrow(),
                FeedDirectory.interior(acme.site(site).toString()));
    }

    private Optional<BackboneCommand> says(String site, String kind, Progress progress, String reason) {
        KnownItems.OfSite document = document(site);
        Item item = document.all(kind).findFirst().orElseThrow();
        Optional<String> why = Optional.of(reason).filter(text -> !text.isEmpty());
        return InteriorReports.command(item, new ItemStatus(item.key(), item.digest(), progress, why), document);
    }

    @Test
    void shouldReportThatALinkIsUpOrWhyItIsDown() {
        assertThat(says("west", "connector/", Progress.OBSERVED, ""))
                .contains(new ReportLink(LINK, true, Optional.empty()));
        assertThat(says("west", "connector/", Progress.FAILED, "refused\nby peer"))
                .contains(new ReportLink(LINK, false, Optional.of("refused by peer")));
        assertThat(says("west", "connector/", Progress.FAILED, "x".repeat(1_000)))
                .get()
                .satisfies(command ->
                        assertThat(((ReportLink) command).cause().orElseThrow()).hasSize(200));
        assertThat(says("west", "connector/", Progress.APPLYING, "")).isEmpty();
    }

    @Test
    void shouldSayWhereAnAccessPointIsReachedOnlyIfThatIsNews() {
        assertThat(says("east", "listener/peer-", Progress.OBSERVED, "east.example.com:55671"))
                .isEmpty();
        assertThat(says("east", "listener/peer-", Progress.OBSERVED, "")).isEmpty();
        assertThat(says("east", "listener/peer-", Progress.OBSERVED, "nowhere")).isEmpty();
        assertThat(says("east", "listener/peer-", Progress.OBSERVED, "oslo.example.com:4000"))
                .contains(new SetAccessPointAddress(
                        Name.of("east-peer"), new AccessPoint.Address("oslo.example.com", new PortRange(4000, 4000))));
    }

    @Test
    void shouldNotTakeBackWhatTheOwnerSaidBecauseOfWhatWasSaidBefore() {
        KnownItems.OfSite document = document("east");
        Item listener = document.all("listener/peer-").findFirst().orElseThrow();
        ItemStatus earlier =
                new ItemStatus(listener.key(), "i1:earlier", Progress.OBSERVED, Optional.of("east.example.com:4000"));

        assertThat(InteriorReports.command(listener, earlier, document)).isEmpty();
    }

    @Test
    void shouldSetTheFirstAddressOfAnAccessPoint() {
        acme.give(
                Stories.ROOT,
                new AddAccessPoint(
                        Name.of("west-new"), Name.of("west"), AccessPoint.Use.MEMBER, Owners.NOBODY, Optional.empty()));

        assertThat(says("west", "listener/member-", Progress.OBSERVED, "west.example.com:45671-45680"))
                .contains(new SetAccessPointAddress(
                        Name.of("west-new"),
                        new AccessPoint.Address("west.example.com", new PortRange(45_671, 45_680))));
        assertThat(says("west", "listener/member-", Progress.FAILED, "nobody has said where it is"))
                .isEmpty();
        assertThat(says("west", "listener/member-", Progress.OBSERVED, "west.example.com:9-1"))
                .isEmpty();
    }

    @Test
    void shouldAcknowledgeACertificateThatIsInUse() {
        assertThat(says("west", "certificate/", Progress.APPLIED, "")).isEmpty();
        assertThat(says("west", "certificate/", Progress.OBSERVED, ""))
                .containsInstanceOf(AcknowledgeCertificate.class);
    }

    @Test
    void shouldKnowTheSitesNameFromItsDocument() {
        assertThat(InteriorReports.name(document("west"))).contains(Name.of("west"));
        assertThat(InteriorReports.name(document("east"))).contains(Name.of("east"));
    }
}
