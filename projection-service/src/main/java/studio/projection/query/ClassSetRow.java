package studio.projection.query;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import studio.domain.kernel.Kind;
import studio.domain.network.ClassSet;

/** A combination of classes that members have; its name is their digest. */
@Entity
@Table(name = "class_sets")
public class ClassSetRow extends NetworkPartRow {

    @Column(name = "sites")
    long sites;

    ClassSetRow() {}

    @Override
    Kind<?> kind() {
        return ClassSet.KIND;
    }
}
