package io.gazetteer.api.schema.tables;

import io.gazetteer.api.schema.tables.TableDocument.Part;
import io.gazetteer.common.index.IndexUnavailableException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the table documents in an answer to a search or an {@code _mget}: of each the id, and of
 * its source the row estimate, the time of crawl and what is inside of the description. A row
 * estimate that is not there is null in the answer.
 */
public final class TableDocuments {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final byte[] answer;
  private final JsonParser in;
  private final List<TableDocument> found = new ArrayList<>();

  private TableDocuments(byte[] answer, JsonParser in) {
    this.answer = answer;
    this.in = in;
  }

  /** Returns the documents in the order of the answer; of one that is gone, none. */
  public static List<TableDocument> read(byte[] answer) {
    try (var in = JSON.createParser(answer)) {
      in.nextToken();
      var documents = new TableDocuments(answer, in);
      documents.readObject();
      return documents.found;
    }
  }

  /** Hits are in an array of their own name, which is in an object of the same name. */
  private void readObject() {
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = in.currentName();
      boolean documents = name.equals("hits") || name.equals("docs");
      var value = in.nextToken();
      if (documents && value == JsonToken.START_OBJECT) {
        readObject();
      } else if (documents && value == JsonToken.START_ARRAY) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          readDocument();
        }
      } else {
        in.skipChildren();
      }
    }
  }

  /** Reads a document; one that is gone has no source. */
  private void readDocument() {
    var parts = new ArrayList<Part>();
    var sort = new ArrayList<String>();
    boolean stored = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "_id" -> parts.add(0, value("{\"id\":"));
        case "error" -> throw new IndexUnavailableException("The index could not read a table");
        case "sort" -> readSort(sort);
        case "_source" -> {
          stored = true;
          readSource(parts);
        }
        default -> in.skipChildren();
      }
    }
    if (stored) {
      found.add(new TableDocument(answer, sort, parts));
    }
  }

  private void readSort(List<String> sort) {
    while (in.nextToken() != JsonToken.END_ARRAY) {
      sort.add(in.getString());
    }
  }

  private void readSource(List<Part> parts) {
    boolean estimated = false;
    while (in.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "description" -> parts.add(inside());
        case "row_estimate" -> {
          estimated = true;
          parts.add(value(",\"row_estimate\":"));
        }
        case "crawled_at" -> parts.add(value(",\"crawled_at\":"));
        default -> in.skipChildren();
      }
    }
    if (!estimated) {
      parts.add(new Part(",\"row_estimate\":null", 0, 0));
    }
  }

  private Part value(String before) {
    int from = position();
    in.finishToken();
    return new Part(before, from, (int) in.currentLocation().getByteOffset());
  }

  /** Reads the properties of an object. */
  private Part inside() {
    int from = position() + 1;
    in.skipChildren();
    int to = position();
    return new Part(to > from ? "," : "", from, to);
  }

  private int position() {
    return (int) in.currentTokenLocation().getByteOffset();
  }
}
