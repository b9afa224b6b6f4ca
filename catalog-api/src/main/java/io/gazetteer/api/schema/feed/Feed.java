package io.gazetteer.api.schema.feed;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes changes as feeds, the newest first.
 *
 * @param title says what the feed is about
 * @param home leads from the feed's address to the first page
 */
public record Feed(String title, String home, List<FeedEntry> entries) {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();
  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final String ID = "urn:uuid:5b2a1c8e-6f0a-4c53-9a4e-2f6d6a3c7b10";

  public Feed {
    entries = List.copyOf(entries);
  }

  /** Returns it as Atom (RFC 4287). */
  public String atom() {
    var text = new StringWriter();
    try {
      var out = XML.createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("feed");
      out.writeDefaultNamespace(NAMESPACE);
      element(out, "id", ID);
      element(out, "title", title);
      element(out, "updated", updated().toString());
      out.writeStartElement("author");
      element(out, "name", "Gazetteer");
      out.writeEndElement();
      link(out, home + "changes");
      for (FeedEntry entry : entries) {
        write(out, entry);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A text in memory takes everything", e);
    }
    return text.toString();
  }

  private Instant updated() {
    return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().at();
  }

  private void write(XMLStreamWriter out, FeedEntry entry) throws XMLStreamException {
    out.writeStartElement("entry");
    element(out, "id", entry.urn());
    element(out, "title", entry.title());
    element(out, "updated", entry.at().toString());
    link(out, home + page(entry));
    out.writeStartElement("content");
    out.writeAttribute("type", "text");
    out.writeCharacters(writable(entry.text()));
    out.writeEndElement();
    out.writeEndElement();
  }

  private static void link(XMLStreamWriter out, String to) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", "alternate");
    out.writeAttribute("type", "text/html");
    out.writeAttribute("href", to);
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(writable(text));
    out.writeEndElement();
  }

  /** Names and comments may have characters that no XML can hold. */
  private static String writable(String text) {
    return text.codePoints()
        .map(c -> isOfXml(c) ? c : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isOfXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private static String page(FeedEntry entry) {
    return "changes?db=%s&schema=%s&table=%s"
        .formatted(encoded(entry.dbName()), encoded(entry.schema()), encoded(entry.table()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Returns it as JSON Feed 1.1; each item has the change itself, too. */
  public String json() {
    var feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1").put("title", title);
    var items = feed.putArray("items");
    for (FeedEntry entry : entries) {
      var item = items.addObject();
      item.put("id", entry.urn())
          .put("title", entry.title())
          .put("content_text", entry.text())
          .put("date_published", entry.at().toString());
      item.putArray("tags").add(entry.change());
      item.set("_change", JSON.readTree(JSON.writeValueAsString(entry)));
    }
    return JSON.writeValueAsString(feed);
  }
}
