package studio.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RealServers
class RealServersIT {

    private static final String TOPIC = "studio.test.v1";

    @Test
    void shouldCarryARecordAndForgetItWithItsTopic(KafkaCluster kafka) throws Exception {
        // Given
        createTopic(kafka);
        send(kafka, "first");

        // When
        kafka.deleteTopics();
        createTopic(kafka);
        send(kafka, "second");

        // Then
        assertThat(firstValue(kafka)).isEqualTo("second");
    }

    @Test
    void shouldGiveADatabaseThatItsOwnerMayFill(PostgresDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA projection");
            ResultSet version = statement.executeQuery("SHOW server_version_num");
            assertThat(version.next()).isTrue();
            assertThat(version.getInt(1)).isGreaterThanOrEqualTo(180_000);
        }
    }

    @Test
    void shouldGiveEveryClassADatabaseOfItsOwn(PostgresDatabase database) {
        assertThat(TestServers.newDatabase("RealServersIT").url()).isNotEqualTo(database.url());
    }

    @Test
    void shouldGiveASecondBrokerToWhoWantsOne(KafkaCluster kafka) throws Exception {
        KafkaCluster second = TestServers.newKafka();
        assertThat(clusterId(second)).isNotEqualTo(clusterId(kafka));
    }

    @Nested
    class Inside {

        @Test
        void shouldShareTheServersOfTheOuterClass(PostgresDatabase inner, KafkaCluster kafka) {
            assertThat(inner.username()).startsWith("realserversit_");
            assertThat(kafka.bootstrapServers())
                    .isEqualTo(TestServers.emptyKafka().bootstrapServers());
        }
    }

    private static String clusterId(KafkaCluster kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static void createTopic(KafkaCluster kafka) throws ExecutionException, InterruptedException {
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(KafkaCluster kafka, String value) throws ExecutionException, InterruptedException {
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static String firstValue(KafkaCluster kafka) {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
        }
    }
}
