package studio.projection.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import studio.api.json.EntityJson;
import studio.domain.kernel.Change;
import studio.domain.kernel.Entity;
import studio.domain.kernel.EntityKey;
import studio.domain.kernel.EntityMap;
import studio.domain.kernel.StreamKey;

/** All entities of a stream as bytes: how many there are, then kind, name and CBOR of each, all of it compressed. */
final class SnapshotCodec {

    private SnapshotCodec() {}

    static byte[] encode(EntityMap entities) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeInt(entities.asMap().size());
            for (Entity entity : entities.asMap().values()) {
                byte[] cbor = EntityJson.toCbor(entity);
                out.writeUTF(entity.key().kind());
                out.writeUTF(entity.key().name());
                out.writeInt(cbor.length);
                out.write(cbor);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("writing to memory failed", impossible);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Reads them back.
     *
     * @throws IllegalStateException if the bytes are no such entities: the snapshot and this program do not belong together
     */
    static EntityMap decode(StreamKey stream, byte[] bytes) {
        EntityMap entities = new EntityMap(stream);
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                EntityKey key = new EntityKey(in.readUTF(), in.readUTF());
                entities.apply(Change.put(EntityJson.fromCbor(key, in.readNBytes(in.readInt()))));
            }
            return entities;
        } catch (IOException e) {
            throw new IllegalStateException("a snapshot of " + stream + " cannot be read", e);
        }
    }
}
