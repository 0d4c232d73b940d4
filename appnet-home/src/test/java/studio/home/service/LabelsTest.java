package studio.home.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {

    private final Labels labels = new Labels(2);

    @Test
    void shouldCountAsOtherWhatThereIsNoRoomFor() {
        assertThat(labels.of("1", "a")).isEqualTo("a");
        assertThat(labels.of("2", "b")).isEqualTo("b");
        assertThat(labels.of("3", "c")).isEqualTo("other");
        assertThat(labels.of("1", "a")).isEqualTo("a");
    }

    @Test
    void shouldNotLetOneBeCountedAsAnother() {
        assertThat(labels.of("1", "hq")).isEqualTo("hq");
        assertThat(labels.of("2", "hq")).isEqualTo("2");
    }

    @Test
    void shouldTakeNoOddNames() {
        assertThat(labels.of("1", "a\"} 1\nfake")).isEqualTo("1");
        assertThat(labels.of("2", "other")).isEqualTo("2");
    }
}
