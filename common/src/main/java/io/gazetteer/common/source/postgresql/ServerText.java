package io.gazetteer.common.source.postgresql;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts as a database stores them. A database of the encoding SQL_ASCII holds any bytes, and
 * others hold bytes that their encoding or UTF-8 lacks; the server refuses to send these as UTF-8.
 * Therefore COPY is asked for the stored bytes, and a byte that means nothing is shown as {@code
 * \xE9}: two names that differ in such a byte stay two. Immutable.
 */
public final class ServerText {
  private static final char REPLACEMENT = '\uFFFD';

  /** What COPY takes for "do not convert". */
  private static final String AS_STORED = " (encoding 'SQL_ASCII')";

  /** The encodings of one byte a character, where Java and PostgreSQL agree on each. */
  private static final Map<String, String> ONE_BYTE =
      Map.ofEntries(
          Map.entry("LATIN1", "ISO-8859-1"),
          Map.entry("LATIN2", "ISO-8859-2"),
          Map.entry("LATIN3", "ISO-8859-3"),
          Map.entry("LATIN4", "ISO-8859-4"),
          Map.entry("LATIN5", "ISO-8859-9"),
          Map.entry("LATIN7", "ISO-8859-13"),
          Map.entry("LATIN9", "ISO-8859-15"),
          Map.entry("ISO_8859_5", "ISO-8859-5"),
          Map.entry("ISO_8859_6", "ISO-8859-6"),
          Map.entry("ISO_8859_7", "ISO-8859-7"),
          Map.entry("ISO_8859_8", "ISO-8859-8"),
          Map.entry("KOI8R", "KOI8-R"),
          Map.entry("KOI8U", "KOI8-U"),
          Map.entry("WIN866", "IBM866"),
          Map.entry("WIN874", "x-windows-874"),
          Map.entry("WIN1250", "windows-1250"),
          Map.entry("WIN1251", "windows-1251"),
          Map.entry("WIN1252", "windows-1252"),
          Map.entry("WIN1253", "windows-1253"),
          Map.entry("WIN1254", "windows-1254"),
          Map.entry("WIN1255", "windows-1255"),
          Map.entry("WIN1256", "windows-1256"),
          Map.entry("WIN1257", "windows-1257"),
          Map.entry("WIN1258", "windows-1258"));

  private final Charset charset;
  private final boolean isStored;
  private final boolean isAnyBytes;

  private ServerText(Charset charset, boolean isStored, boolean isAnyBytes) {
    this.charset = charset;
    this.isStored = isStored;
    this.isAnyBytes = isAnyBytes;
  }

  /** Reads the texts of a database of this {@code server_encoding}. */
  public static ServerText of(String serverEncoding) {
    if (serverEncoding.equals("UTF8") || serverEncoding.equals("SQL_ASCII")) {
      return new ServerText(StandardCharsets.UTF_8, true, serverEncoding.equals("SQL_ASCII"));
    }
    var name = ONE_BYTE.get(serverEncoding);
    return name != null && Charset.isSupported(name)
        ? new ServerText(Charset.forName(name), true, false)
        : new ServerText(StandardCharsets.UTF_8, false, false);
  }

  /** Returns whether the database takes any bytes for text. */
  public boolean isAnyBytes() {
    return isAnyBytes;
  }

  /** Returns the options of a COPY whose rows are to be read here; starts with a blank. */
  public String copyOptions() {
    return isStored ? AS_STORED : "";
  }

  /** Reads a text of a row of COPY. */
  public String read(byte[] bytes, int offset, int length) {
    var text = new String(bytes, offset, length, charset);
    return text.indexOf(REPLACEMENT) < 0 ? text : withVisibleBytes(bytes, offset, length);
  }

  private String withVisibleBytes(byte[] bytes, int offset, int length) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, offset, length);
    var out = CharBuffer.allocate(length + 1);
    var text = new StringBuilder();
    @Nullable CoderResult result = null;
    while (result == null || result.isError()) {
      result = decoder.decode(in, out, true);
      text.append(out.flip());
      out.clear();
      for (int i = 0; result.isError() && i < result.length(); i++) {
        text.append("\\x").append(String.format(Locale.ROOT, "%02X", in.get()));
      }
    }
    return text.toString();
  }
}
