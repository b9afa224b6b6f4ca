package io.gazetteer.common.source.mysql;

import java.util.List;

/**
 * Says which ways to log in a MySQL or MariaDB server may ask for. A server chooses the way and its
 * parameters. Some ways have the client compute for as long as the server likes (LDAP with SCRAM),
 * look names up and dial addresses that the server chose (Kerberos), read files (OCI, OpenID
 * Connect), wait for a person (WebAuthn), or send a hash that is easily broken (the passwords of
 * MySQL 4.0).
 */
final class MySqlLogins {
  /** The driver may use these: passwords, in clear only over TLS. */
  static final List<String> USED =
      List.of(
          "caching_sha2_password",
          "mysql_native_password",
          "sha256_password",
          "mysql_clear_password");

  /** The driver knows these, too, but may not use them. A test holds both lists against it. */
  static final List<String> UNUSED =
      List.of(
          "authentication_kerberos_client",
          "authentication_ldap_sasl_client",
          "authentication_oci_client",
          "authentication_openid_connect_client",
          "authentication_webauthn_client",
          "mysql_old_password");

  private MySqlLogins() {}
}
