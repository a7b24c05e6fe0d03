package io.liftwerk.keywords;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Search terms as a large account has them: things, makes, wishes and places, some misspelt. */
public final class TermMill {
  private static final String[] HEADS = {
    "schuh",
    "schuhe",
    "jacke",
    "jacken",
    "hose",
    "rucksack",
    "zelt",
    "schlafsack",
    "handschuh",
    "helm",
    "seil",
    "gurt",
    "stiefel",
    "weste",
    "socken",
    "brille",
    "tasche",
    "matte",
    "kocher",
    "lampe",
    "stock",
    "stöcke",
    "pullover",
    "hemd",
    "mütze",
    "tisch",
    "stuhl",
    "bett",
    "lager",
    "flasche",
    "karte",
    "kurs",
    "tour",
    "reise",
    "verleih",
    "schule",
    "halle",
    "wand",
    "griffe"
  };
  private static final String[] FRONTS = {
    "wander",
    "trekking",
    "berg",
    "ski",
    "kletter",
    "regen",
    "daunen",
    "lauf",
    "reit",
    "arbeits",
    "kinder",
    "damen",
    "herren",
    "fahrrad",
    "camping",
    "reise",
    "winter",
    "sommer",
    "outdoor",
    "hunde",
    "garten",
    "büro",
    "schul",
    "sport",
    "fußball",
    "tennis",
    "golf",
    "angel",
    "jagd",
    "motorrad",
    "tauch",
    "segel",
    "strand",
    "yoga",
    "fitness",
    "schwimm",
    "bade",
    "stadt",
    "haus"
  };
  private static final String[] THINGS = {
    "hiking boots",
    "rain jacket",
    "sleeping bag",
    "backpack",
    "tent",
    "climbing rope",
    "harness",
    "trekking poles",
    "headlamp",
    "camp stove",
    "water bottle",
    "down jacket",
    "ski goggles",
    "snowboard",
    "running shoes",
    "trail shoes",
    "yoga mat",
    "dumbbells",
    "bike helmet",
    "bike light",
    "garden chair",
    "office desk",
    "desk lamp",
    "coffee machine",
    "kettle",
    "toaster",
    "vacuum cleaner",
    "washing machine",
    "fridge",
    "sofa",
    "mattress",
    "pillow",
    "duvet",
    "curtains",
    "carpet",
    "hair dryer",
    "electric razor",
    "toothbrush",
    "perfume",
    "lipstick",
    "dog food",
    "cat litter",
    "aquarium",
    "bird cage",
    "guitar",
    "piano",
    "violin",
    "drum kit",
    "microphone",
    "headphones",
    "laptop",
    "tablet",
    "phone case",
    "charger",
    "camera",
    "tripod",
    "drone",
    "printer",
    "ink"
  };
  private static final String[] WISHES = {
    "",
    "",
    "kaufen",
    "günstig",
    "test",
    "vergleich",
    "angebot",
    "sale",
    "gebraucht",
    "online kaufen",
    "damen",
    "herren",
    "kinder",
    "wasserdicht",
    "leicht",
    "reparieren",
    "größe 42",
    "für anfänger",
    "mieten",
    "erfahrungen",
    "schwarz",
    "rot",
    "blau",
    "xxl",
    "profi",
    "set",
    "zubehör",
    "nachhaltig"
  };
  private static final String[] WANTS = {
    "",
    "",
    "buy",
    "cheap",
    "best",
    "review",
    "for women",
    "for men",
    "kids",
    "waterproof",
    "sale",
    "discount",
    "near me",
    "how to clean",
    "repair",
    "black",
    "red",
    "lightweight",
    "used",
    "professional",
    "beginner",
    "large",
    "small",
    "wireless",
    "organic",
    "set",
    "accessories",
    "2026"
  };
  private static final String[] PLACES = {
    "",
    "",
    "",
    "",
    "",
    "berlin",
    "münchen",
    "köln",
    "innsbruck",
    "wien",
    "hamburg",
    "zürich",
    "bremen"
  };

  private TermMill() {}

  /** {@code count} different terms, a tenth naming the brand {@code nordwand}. */
  public static List<String> terms(int count, long seed) {
    var random = new Random(seed);
    Set<String> makes = new LinkedHashSet<>();
    while (makes.size() < 900) {
      makes.add(make(random));
    }
    List<String> names = new ArrayList<>(makes);
    Set<String> terms = new LinkedHashSet<>();
    while (terms.size() < count) {
      boolean english = random.nextInt(3) == 0;
      var words = new ArrayList<String>();
      if (random.nextInt(10) == 0) {
        words.add("nordwand");
      } else if (random.nextInt(3) == 0) {
        words.add(names.get((int) (names.size() * Math.pow(random.nextDouble(), 2))));
      }
      words.add(english ? any(THINGS, random) : any(FRONTS, random) + any(HEADS, random));
      words.add(any(english ? WANTS : WISHES, random));
      words.add(english ? "" : any(PLACES, random));
      if (random.nextInt(4) == 0) {
        words.add(any(english ? WANTS : WISHES, random));
      }
      words.removeIf(String::isEmpty);
      String term = String.join(" ", words);
      terms.add(random.nextInt(20) == 0 ? misspelt(term, random) : term);
    }
    return List.copyOf(terms);
  }

  private static String any(String[] words, Random random) {
    return words[random.nextInt(words.length)];
  }

  private static String make(Random random) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    var make = new StringBuilder();
    for (int i = 0; i < 2 + random.nextInt(2); i++) {
      make.append(consonants.charAt(random.nextInt(consonants.length())));
      make.append(vowels.charAt(random.nextInt(vowels.length())));
    }
    return make.append(consonants.charAt(random.nextInt(consonants.length()))).toString();
  }

  private static String misspelt(String term, Random random) {
    int at = 1 + random.nextInt(term.length() - 1);
    return term.substring(0, at) + term.substring(Math.min(term.length(), at + 1));
  }
}
