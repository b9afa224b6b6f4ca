package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class SourceExceptionTest {

  @ParameterizedTest
  @CsvSource({
    "28P01,0,authentication_failed,false",
    "28000,0,authentication_failed,false",
    "3D000,0,database_not_found,false",
    "42501,0,permission_denied,false",
    "53300,0,too_many_connections,true",
    "57014,0,timeout,true",
    "57P03,0,unreachable,true",
    "57P01,0,source_error,true",
    "57P05,0,timeout,true",
    "25P03,0,timeout,true",
    "25P04,0,timeout,true",
    "22021,0,encoding_error,false",
    "22P05,0,encoding_error,false",
    "08004,0,authentication_failed,false",
    "08P01,0,wrong_database_type,false",
    "08006,0,unreachable,true",
    "42P01,0,source_error,false",
    "28000,1045,authentication_failed,false",
    "42000,1044,permission_denied,false",
    "42000,1049,database_not_found,false",
    "08004,1040,too_many_connections,true",
    "HY000,3159,tls_required,false",
    "HY000,3024,timeout,true",
    "70100,1969,timeout,true",
    "08S01,0,unreachable,true"
  })
  void namesWhatTheServerSaid(String state, int number, String code, boolean isTransient) {
    SourceException translated = SourceException.of(new SQLException("x", state, number));

    assertThat(translated.code()).isEqualTo(code);
    assertThat(translated.isTransient()).isEqualTo(isTransient);
  }

  @Test
  void tellsSilenceFromRefusalAndFromTls() {
    assertThat(codeFor(new SocketTimeoutException())).isEqualTo("timeout");
    assertThat(codeFor(new ConnectException())).isEqualTo("unreachable");
    assertThat(codeFor(new SSLHandshakeException("x"))).isEqualTo("tls_failed");
    assertThat(codeFor(new CertificateException("x"))).isEqualTo("tls_untrusted");
  }

  @Test
  void isMoreExactForWhoeverTriesAConnection() {
    var refused = SourceException.of(new SQLException("x", "08001", new ConnectException()));

    assertThat(refused.code()).isEqualTo("unreachable");
    assertThat(refused.reason()).isEqualTo("connection_refused");
  }

  @Test
  void namesThePluginThatALoginNeeds() {
    var translated =
        SourceException.of(
            new SQLException("Unable to load authentication plugin 'client_ed25519'.", "S1009"));

    assertThat(translated.code()).isEqualTo("authentication_unsupported");
    assertThat(translated.isTransient()).isFalse();
    assertThat(translated).hasMessageContaining("client_ed25519");
  }

  @Test
  void tellsAPoolersComplaintsApart() {
    assertThat(ofPooler("no more connections allowed (max_client_conn)").isWaiting()).isTrue();
    assertThat(ofPooler("no such database: shop").code()).isEqualTo("database_not_found");
    assertThat(ofPooler("password authentication failed").code())
        .isEqualTo("authentication_failed");
    assertThat(ofPooler("server login failed: cannot connect to server").code())
        .isEqualTo("unreachable");
    assertThat(ofPooler("unsupported startup parameter: options").code())
        .isEqualTo("settings_refused");
    assertThat(ofPooler("invalid frontend message").code()).isEqualTo("source_error");
  }

  private static SourceException ofPooler(String message) {
    return SourceException.of(
        new PSQLException(new ServerErrorMessage("SFATAL\0C08P01\0M" + message + "\0\0")));
  }

  @Test
  void repeatsNothingThatTheDriverSaid() {
    SQLException failure = new SQLException("password=hunter2", "28P01", new Exception("hunter2"));

    SourceException translated = SourceException.of(failure);

    assertThat(translated).hasMessageNotContaining("hunter2").hasNoCause();
  }

  private static String codeFor(Exception cause) {
    return SourceException.of(new SQLException("x", "08001", cause)).code();
  }
}
