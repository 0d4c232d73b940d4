package studio.testkit.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class real servers: its constructor and methods may have parameters of type {@link KafkaCluster},
 * {@link PostgresDatabase} and {@link SchemaRegistry}.
 *
 * <p>The broker has no topics when the class begins, and the database is one of its own. A
 * test that fails shows what its {@link ChildJvm programs} said last.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({ServerResolver.class, ChildLogs.class})
public @interface RealServers {}
