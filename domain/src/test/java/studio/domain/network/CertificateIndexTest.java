package studio.domain.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.domain.certificate.CertificateCommand;
import studio.domain.certificate.CertificateCommand.RequestCertificate;
import studio.domain.certificate.CertificateCommand.RevokeCertificate;
import studio.domain.certificate.CertificateCommand.RotateCertificate;
import studio.domain.certificate.CertificateSubject;
import studio.domain.certificate.Certificates;
import studio.domain.certificate.TlsCertificate;
import studio.domain.kernel.Actor;
import studio.domain.kernel.Entities;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.Facts;
import studio.domain.kernel.IdSource;
import studio.domain.kernel.Kind;
import studio.domain.kernel.Recorded;
import studio.domain.kernel.StreamKey;
import studio.domain.kernel.Uid;
import studio.domain.spec.DecisionTable;
import studio.domain.spec.StreamSpec;

/** A network may have a hundred thousand sites, each with certificates, and still finds the one that it needs. */
class CertificateIndexTest {

    private final StreamSpec<NetworkCommand, NetworkEvent> spec = Networks.active();
    private final Entities entities = new Unlisted(spec.stream().entities());
    private final CertificateSubject berlin = NetworkCertificates.site(Networks.uid(spec, Networks.BERLIN));

    /** Entities among which nobody may look for certificates one by one. */
    private record Unlisted(Entities all) implements Entities {

        @Override
        public StreamKey stream() {
            return all.stream();
        }

        @Override
        public Optional<Entity> find(EntityKey key) {
            return all.find(key);
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind) {
            return list(kind, "");
        }

        @Override
        public <S extends Entity> List<S> list(Kind<S> kind, String prefix) {
            assertThat(kind).isNotIn(TlsCertificate.KIND, CertificateIndex.KIND, MemberSite.KIND, SiteIndex.KIND);
            return all.list(kind, prefix);
        }
    }

    private Uid newest() {
        return NetworkCertificates.of(berlin, entities).orElseThrow().meta().uid();
    }

    private String effect(CertificateCommand command) {
        Instant now = spec.now();
        Facts facts = new Facts(now, new IdSource("command", now), Actor.CERT_ORCHESTRATOR);
        return DecisionTable.effect(NetworkDecider.INSTANCE.decide(command, entities, facts));
    }

    @Test
    void shouldFindTheLastCertificateWithoutALookAtTheOthers() {
        Uid first = newest();
        spec.given(
                Actor.CERT_ORCHESTRATOR,
                new RotateCertificate(first, Optional.of(Certificates.signingRequest("K")), false));
        assertThat(newest()).isNotEqualTo(first);
    }

    @Test
    void shouldDecideWithoutALookAtTheOthers() {
        Optional<String> request = Optional.of(Certificates.signingRequest("K"));
        assertThat(effect(new RequestCertificate(berlin, request))).isNotBlank();
        assertThat(effect(new RotateCertificate(newest(), request, false))).isEqualTo("CertificateRotated");
        assertThat(effect(new RevokeCertificate(newest(), "stolen"))).isEqualTo("CertificateRevoked");
    }

    @Test
    void shouldEvictASiteWithoutALookAtTheCertificatesOfOthers() {
        MemberEvent.SiteEvicted evicted = new MemberEvent.SiteEvicted(Networks.ref(spec, Networks.BERLIN), "stolen");
        assertThat(NetworkDecider.INSTANCE.evolve(new Recorded<>(99, spec.now(), evicted), entities))
                .extracting(change -> change.key().kind())
                .contains(TlsCertificate.KIND.label());
    }
}
