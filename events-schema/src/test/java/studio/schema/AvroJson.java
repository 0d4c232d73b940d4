package studio.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HexFormat;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;

/** An Avro record as JSON for people: hashes in hexadecimal, unions without their branch's name. */
final class AvroJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    static JsonNode of(Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case GenericRecord record -> object(record);
            case Collection<?> elements -> array(elements);
            case GenericFixed fixed -> JSON.textNode(HexFormat.of().formatHex(fixed.bytes()));
            case ByteBuffer bytes -> JSON.textNode(HexFormat.of().formatHex(copy(bytes)));
            case Boolean flag -> JSON.booleanNode(flag);
            case Number number -> JSON.numberNode(number.longValue());
            case Object text -> JSON.textNode(text.toString());
        };
    }

    /** Without moving where the next reader begins. */
    private static byte[] copy(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return copy;
    }

    private static ObjectNode object(GenericRecord record) {
        ObjectNode object = JSON.objectNode();
        record.getSchema().getFields().forEach(field -> object.set(field.name(), of(record.get(field.pos()))));
        return object;
    }

    private static ArrayNode array(Collection<?> elements) {
        ArrayNode array = JSON.arrayNode();
        elements.forEach(element -> array.add(of(element)));
        return array;
    }
}
