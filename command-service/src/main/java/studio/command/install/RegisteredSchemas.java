package studio.command.install;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import studio.schema.registry.SchemaIds;
import studio.schema.registry.SchemaRegistration;

/** Registers the schemas of all records before the first record is written. */
final class RegisteredSchemas {

    @Produces
    @Singleton
    SchemaIds register(RegistryConfig config) {
        return config.url()
                .map(url -> SchemaRegistration.register(url, config.patience()))
                .orElseGet(SchemaIds::none);
    }
}
