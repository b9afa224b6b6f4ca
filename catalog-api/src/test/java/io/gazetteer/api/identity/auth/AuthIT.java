package io.gazetteer.api.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.TestApi;
import java.text.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AuthIT {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private final TestApi api = TestApi.shared();

  @Test
  void givesATokenThatSaysWhatItIs() throws ParseException {
    var answer = login("admin", TestApi.ADMIN_PASSWORD);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("token_type").asString()).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(900);
    assertThat(answer.header("Cache-Control")).contains("no-store");
    var token = SignedJWT.parse(answer.json().path("access_token").asString());
    assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(token.getHeader().getType().toString()).isEqualTo("at+jwt");
    assertThat(token.getHeader().getKeyID()).isNotEmpty();
    assertThat(token.getJWTClaimsSet().getClaims().keySet())
        .contains("iss", "aud", "sub", "sid", "exp", "iat", "jti");
  }

  @ParameterizedTest
  @CsvSource({"admin,wrong-password", "nobody,test-admin-password", "ADMIN,test-admin-password"})
  void answersAWrongUserLikeAWrongPassword(String username, String password) {
    var answer = login(username, password);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().path("detail").asString())
        .isEqualTo("The user name or the password is wrong");
    assertThat(answer.code()).isEqualTo("unauthorized");
  }

  @Test
  void letsSomeoneLogInWhoStillSendsAnOldToken() {
    var answer =
        api.send(
            "POST",
            "/api/auth/login",
            "{\"username\":\"admin\",\"password\":\"" + TestApi.ADMIN_PASSWORD + "\"}",
            Map.of("Content-Type", "application/json", "Authorization", "Bearer abc.def.ghi"));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void refusesALoginWithOtherFields() {
    var answer = api.send("POST", "/api/auth/login", "{\"username\":7,\"role\":\"admin\"}", JSON);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactlyInAnyOrder("username", "password", "role");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/db-credentials/",
        "/api/db-schema/?db_name=x",
        "/api/search/?q=x",
        "/api/crawls/1",
        "/api/search-table/",
        "/actuator/health",
        "/api/nothing",
        "/api/auth/login",
        "/api/health/x",
        "/API/health",
        "/error/x"
      })
  void deniesWithoutAToken(String path) {
    var answer = api.send("GET", path, null, Map.of());

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.header("X-Request-Id")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api;x=/health", "/api/health;/../db-credentials", "//api/db-credentials",
        "/api/%2e%2e/db-credentials", "/api%2fdb-credentials", "/api/auth/login/..;/../search"
      })
  void isNotFooledByPaths(String path) {
    assertThat(api.send("GET", path, null, Map.of()).status()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void writesNothingWithoutAToken() {
    var jdbc = api.bean(JdbcClient.class);
    var count = jdbc.sql("select count(*) from data_source").query(Long.class).single();

    assertThat(api.send("POST", "/api/db-credentials/", Credentials.any(), JSON).status())
        .isEqualTo(401);
    assertThat(jdbc.sql("select count(*) from data_source").query(Long.class).single())
        .isEqualTo(count);
  }

  private Answer login(String username, String password) {
    var body = Map.of("username", username, "password", password);
    return api.send("POST", "/api/auth/login/", body, JSON);
  }
}
