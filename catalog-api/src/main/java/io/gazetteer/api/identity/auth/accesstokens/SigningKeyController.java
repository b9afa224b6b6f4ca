package io.gazetteer.api.identity.auth.accesstokens;

import io.gazetteer.api.web.Creates;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the keys that sign access tokens to all, and lets administrators renew them. */
@RestController
final class SigningKeyController {
  private final SigningKeys keys;

  SigningKeyController(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * @param current the id of the one that signs
   * @param verifying the ids of all whose tokens are taken
   */
  record View(String current, List<String> verifying) {}

  @GetMapping("/.well-known/jwks.json")
  ResponseEntity<Map<String, Object>> publicKeys() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .body(keys.current().publicSet().toJSONObject());
  }

  @GetMapping("/api/signing-keys")
  View read() {
    var all = keys.ids();
    return new View(all.getFirst(), all);
  }

  @Creates
  @PostMapping("/api/signing-keys")
  @ResponseStatus(HttpStatus.CREATED)
  View rotate() {
    keys.rotate();
    return read();
  }
}
