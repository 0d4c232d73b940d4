package studio.testkit.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Resolves parameters that are servers; the same ones for all of a class. */
final class ServerResolver implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ServerResolver.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == KafkaCluster.class || type == PostgresDatabase.class || type == SchemaRegistry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Class<?> testClass = context.getRequiredTestClass().getNestHost();
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(testClass.getName() + " " + type.getName(), key -> server(type, testClass));
    }

    private static Object server(Class<?> type, Class<?> testClass) {
        if (type == KafkaCluster.class) {
            return TestServers.emptyKafka();
        }
        return type == SchemaRegistry.class
                ? TestServers.registry()
                : TestServers.newDatabase(testClass.getSimpleName());
    }
}
