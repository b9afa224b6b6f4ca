package io.gazetteer.worker.index.bulk;

import io.gazetteer.common.index.IndexAlias;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of one bulk request, built as bytes in one go: the client's typed bulk costs about half
 * of the throughput (elastic/elasticsearch-java#1339). One generator writes all documents, and what
 * all action lines share is rendered once: half of the worker's time went into beginning a million
 * times. Not thread safe.
 */
public final class BulkBody {
  private static final JsonFactory JSON =
      JsonFactory.builder().rootValueSeparator((String) null).build();

  private final Bytes bytes = new Bytes();
  private final JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes);
  private final Map<IndexAlias, SerializedString> indexActions = new EnumMap<>(IndexAlias.class);
  private final List<Item> items = new ArrayList<>();
  private final Function<IndexAlias, String> names;
  private String routing;
  private long version;

  /**
   * @param routing the data source: its documents share a shard
   * @param version the external version of every item
   */
  public BulkBody(String routing, long version) {
    this(IndexAlias::alias, routing, version);
  }

  /**
   * @param names the alias to write to
   */
  public BulkBody(Function<IndexAlias, String> names, String routing, long version) {
    this.names = names;
    this.routing = routing;
    this.version = version;
  }

  /** Sets another routing and version for the items that follow. */
  public void continueAs(String otherRouting, long otherVersion) {
    routing = otherRouting;
    version = otherVersion;
    indexActions.clear();
  }

  /**
   * Says where in the body an operation stands.
   *
   * @param owner the id of the table document it belongs to
   * @param from where it begins in the body
   * @param to where it ends
   */
  record Item(String id, String owner, int from, int to) {}

  /** Writes the fields of a document into an object that is already begun. */
  public interface Fields {
    void write(JsonGenerator json);
  }

  public void index(IndexAlias alias, String id, String owner, Fields fields) {
    int from = bytes.size();
    json.writeRaw(indexActions.computeIfAbsent(alias, this::indexAction));
    endAction(id);
    json.writeStartObject();
    fields.write(json);
    json.writeEndObject();
    json.writeRaw('\n');
    add(id, owner, from);
  }

  public void delete(IndexAlias alias, String id, String owner) {
    int from = bytes.size();
    json.writeRaw(action("delete", alias));
    endAction(id);
    add(id, owner, from);
  }

  /** Makes a body of some of the items, to send these again. */
  BulkBody of(List<Item> some) {
    var body = new BulkBody(names, routing, version);
    for (Item item : some) {
      int from = body.bytes.size();
      body.bytes.write(bytes.array(), item.from(), item.to() - item.from());
      body.items.add(new Item(item.id(), item.owner(), from, body.bytes.size()));
    }
    return body;
  }

  /** Returns the routing of the items that were added last. */
  String routing() {
    return routing;
  }

  /** Returns the version of the items that were added last. */
  long version() {
    return version;
  }

  List<Item> items() {
    return items;
  }

  public int size() {
    return bytes.size();
  }

  /** Returns the body, to be sent before anything else is done with it: it is not a copy. */
  public HttpEntity entity(ContentType type) {
    return new ByteArrayEntity(bytes.array(), 0, bytes.size(), type);
  }

  /** Removes all items but keeps the memory, which is large and would soon be needed again. */
  public void clear() {
    bytes.reset();
    items.clear();
  }

  private void add(String id, String owner, int from) {
    json.flush();
    items.add(new Item(id, owner, from, bytes.size()));
  }

  private SerializedString indexAction(IndexAlias alias) {
    return new SerializedString(action("index", alias));
  }

  /** An action line up to the id, which alone differs. */
  private String action(String operation, IndexAlias alias) {
    var line = new StringWriter();
    try (var start = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      start.writeStartObject();
      start.writeObjectPropertyStart(operation);
      start.writeStringProperty("_index", names.apply(alias));
      start.writeStringProperty("routing", routing);
      start.writeNumberProperty("version", version);
      start.writeStringProperty("version_type", "external_gte");
      start.writeBooleanProperty("require_alias", true);
      start.writeName("_id");
      start.flush();
      return line + ":";
    }
  }

  /** Ids are our own and hold nothing that JSON would escape. */
  private void endAction(String id) {
    json.writeRaw('"');
    json.writeRaw(id);
    json.writeRaw("\"}}\n");
  }

  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(1 << 16);
    }

    byte[] array() {
      return buf;
    }
  }
}
