package io.gazetteer.api.identity.keys;

import io.gazetteer.api.web.Creates;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the keys that encrypt stored secrets: their ids, and never the keys themselves. */
@RestController
@RequestMapping("/api/encryption-keys")
final class EncryptionKeyController {
  private final EncryptionKeys keys;

  EncryptionKeyController(EncryptionKeys keys) {
    this.keys = keys;
  }

  record Keys(List<KeyView> keys) {}

  @GetMapping
  Keys list() {
    return new Keys(keys.views());
  }

  /** Adds a key, which encrypts at once; the rows follow in the background. */
  @Creates
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Keys rotate() {
    keys.rotate();
    return list();
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable String id) {
    keys.drop(id);
  }
}
