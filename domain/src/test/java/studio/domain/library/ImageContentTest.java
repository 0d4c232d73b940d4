package studio.domain.library;

import static org.assertj.core.api.Assertions.assertThat;
import static studio.domain.library.Libraries.FLOATING;
import static studio.domain.library.Libraries.full;
import static studio.domain.library.Libraries.plain;

import org.junit.jupiter.api.Test;

/** The form in which content gets its digest is the same for ever: networks and participants hold such digests. */
class ImageContentTest {

    @Test
    void shouldHaveTheFormThatItAlwaysHad() {
        assertThat(full().canonicalForm().toString()).isEqualTo("""
                image-content/1
                mutable 5 false
                kubernetes 88 quay.io/acme/web@sha256:abababababababababababababababababababababababababababababababab
                docker 88 quay.io/acme/web@sha256:abababababababababababababababababababababababababababababababab
                podman 88 quay.io/acme/web@sha256:abababababababababababababababababababababababababababababababab
                linux.url 36 https://files.example.com/web.tar.gz
                linux.sha256 64 cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd
                linux.command 1 3
                part 7 bin/web
                part 6 --port
                part 4 8080
                env 1 2
                name 8 GREETING
                value 11 grüß
                Gott
                name 4 MODE
                value 4 fast
                ports 1 2
                port 4 8080
                port 4 9090
                cpuMillis 3 250
                memoryMebibytes 2 64
                offers 1 2
                service 11 acme/orders
                port 4 8080
                scope 7 NETWORK
                service 14 globex/billing
                port 4 9090
                scope 4 SITE
                requires 1 2
                service 11 acme/orders
                host 7 backend
                port 4 8080
                optional 5 false
                service 14 globex/billing
                host 7 billing
                port 2 80
                optional 4 true
                """);
    }

    @Test
    void shouldHaveTheDigestThatItAlwaysHad() {
        assertThat(full().digest()).hasToString("6a9051174024eff63884509641ab879b6738532ed49b3798817f553db8af531a");
        assertThat(plain(FLOATING).digest())
                .hasToString("3e28c5bfac0689e8aba3ec575f3bc3cf53d1a7bf7e48e01bf06a0374dc70089d");
    }
}
