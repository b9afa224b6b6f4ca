package io.gazetteer.common.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the dictionary as a trie over a to z, so that one walk finds all words that begin at a
 * place. Immutable once built, safe for all threads. A word's normal form is always in the list
 * too.
 */
final class WordList {

  static final int ROOT = 0;
  static final int NOWHERE = -1;

  private static final int LETTERS = 26;

  private final int[] children;
  private final @Nullable Entry[] entries;

  WordList(Map<String, Entry> words) {
    var trie = new TrieBuilder();
    words.forEach(trie::add);
    this.children = trie.children();
    this.entries = trie.entries();
  }

  /** Returns the entry of a word, in upper or lower case. */
  @Nullable Entry find(CharSequence text, int start, int end) {
    int node = ROOT;
    for (int i = start; i < end && node != NOWHERE; i++) {
      node = step(node, text.charAt(i));
    }
    return node == NOWHERE ? null : entries[node];
  }

  /** Returns the node behind {@code node} by one letter of either case, or {@link #NOWHERE}. */
  int step(int node, char letter) {
    int index = (letter | 0x20) - 'a';
    if (index < 0 || index >= LETTERS || letter >= 128) {
      return NOWHERE;
    }
    int child = children[node * LETTERS + index];
    return child == ROOT ? NOWHERE : child;
  }

  @Nullable Entry at(int node) {
    return entries[node];
  }

  private static final class TrieBuilder {

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[LETTERS]));
    private final Map<Integer, Entry> ends = new HashMap<>();

    void add(String word, Entry entry) {
      int node = ROOT;
      for (int i = 0; i < word.length(); i++) {
        var next = nodes.get(node);
        int letter = word.charAt(i) - 'a';
        if (next[letter] == ROOT) {
          next[letter] = nodes.size();
          nodes.add(new int[LETTERS]);
        }
        node = next[letter];
      }
      ends.put(node, entry);
    }

    int[] children() {
      var flat = new int[nodes.size() * LETTERS];
      for (int i = 0; i < nodes.size(); i++) {
        System.arraycopy(nodes.get(i), 0, flat, i * LETTERS, LETTERS);
      }
      return flat;
    }

    @Nullable Entry[] entries() {
      var found = new @Nullable Entry[nodes.size()];
      ends.forEach((node, entry) -> found[node] = entry);
      return found;
    }
  }
}
