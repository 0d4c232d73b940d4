package studio.command.rest.body;

import com.fasterxml.jackson.databind.JavaType;

/** What people call the JSON for a Java type. */
final class JsonShape {

    private JsonShape() {}

    static String of(JavaType type) {
        if (type.isReferenceType()) {
            return of(type.getContentType());
        }
        if (type.isCollectionLikeType()) {
            return "an array";
        }
        if (type.isTypeOrSubTypeOf(Number.class) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isTypeOrSubTypeOf(Boolean.class)) {
            return "true or false";
        }
        return type.isRecordType() ? "an object" : "a text";
    }
}
