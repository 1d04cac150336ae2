"""Invented text: what papers hold beside sentences. Nothing of it is about a living person."""

import itertools
import unicodedata

ONSETS = ("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split() + [""])
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
OPEN_RIMES = """a ai ao au ay âu ây e eo ê êu i ia iêu iu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua
uê ui uôi uơ uy uya uyu ư ưa ưi ươi ươu ưu y yêu am an ang anh ăm ăn ăng âm ân âng em en eng ên êm
ênh iêm iên iêng im in inh oam oan oang oanh oăn oăng oen om on ong ôm ôn ông ơm ơn uân uông um un
ung uôm uôn uyên uynh ưng ươm ươn ương yêm yên yêng yn ynh""".split()
STOPPED_RIMES = """ac ach ap at ăc ăp ăt âc âp ât ec ech ep et êch êp êt ich iêc iêp iêt ip it oac
oach oat oăc oăt oc op ot ôc ôp ôt ơp ơt uât uc uôc uôt up ut uych uyêt uyt ưc ươc ươp ươt ưt
yêt""".split()

SURNAMES = """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lâm
Trịnh Mai Tô Trương Cao Châu Hà Quách Thái Tạ Lưu Lương Triệu Vương Từ Hứa Giang Nghiêm Khổng Ỵ
Chu Doãn Kiều Mạc Ninh Ông Phùng Quan Sầm Tôn Thạch Văn Xa Y Alăng Bríu Coor Zơrâm""".split()
MIDDLES = """Thị Văn Hữu Đức Minh Ngọc Thanh Quang Xuân Thu Kim Bích Hồng Phước Bá Công Đình Gia
Hoài Khánh Mỹ Như Quốc Thế Thúy Trọng Tuấn Viết Diễm Mộng Bảo Anh""".split()
GIVEN = """An Ánh Bình Bảo Cường Chi Dũng Dung Duyên Đạt Điệp Giang Hạnh Hiếu Hòa Hoà Hương Huệ Hưng
Khoa Kiên Kỳ Lan Liên Linh Lộc Long Lợi Luyến Lý Mẫn Mỹ Nga Ngân Nghĩa Nhàn Nhung Nở Nữ Oanh Phát
Phúc Phụng Quý Quỳnh Quyên Sáng Sơn Sỹ Tâm Tấn Thạch Thảo Thắng Thìn Thọ Thủy Thuỷ Thúy Tiến Tỵ Tỷ
Toàn Trâm Trí Trúc Tuyền Tuyết Tý Uyên Vân Vĩ Việt Vy Vỹ Xuyến Ý Yến Kỵ""".split()

Y_BELOW = """tỵ kỵ lỵ mỵ quỵ tuỵ thuỵ nguỵ luỵ suỵt huỵch Tỵ Kỵ Quỵ Thuỵ Nguỵ TỴ KỴ THUỴ NGUỴ LỴ QUỴ
TUỴ""".split()
Y_PHRASES = """năm Ất Tỵ|Xuân Ất Tỵ 2025|Tết Nguyên đán Ất Tỵ|năm Đinh Tỵ|năm Kỷ Tỵ|năm Tân Tỵ|năm Quý
Tỵ|bệnh kiết lỵ|chữa bệnh lỵ|kỵ binh|đố kỵ|kiêng kỵ|cúng kỵ|ngày kỵ|tuyến tuỵ|viêm tuỵ cấp|tận tuỵ với
công việc|uỷ mỵ|quỵ ngã|bại liệt, quỵ luỵ|nguỵ trang|nguỵ quyền|xã Thuỵ Hương|huyện Thái Thuỵ|ông Nguyễn
Văn Tỵ|bà Trần Thị Tỵ|giờ Tỵ|tuổi Tỵ|ngựa kỵ|kỵ khí|xử lý kỵ khí|bể kỵ khí|vi khuẩn kỵ khí""".replace(
    "\n", " ").split("|")
Y_RIVALS = """ty tý tỷ tỳ ky kỳ ký kỷ kỹ ly lý lỳ mỹ my quy quý quỳ quỹ quỷ Quý Kỷ Lý Mỹ Tý Tỷ thúy
thủy thuỷ tủy tuý tuỳ tuy luỹ lũy uỷ ủy nguy nguỷ suy huy huỷ hủy TÝ KỲ KÝ QUÝ QUỸ LÝ MỸ THỦY
THUỶ""".split()

ACTS = "QĐ NĐ TT NQ KH TB CV BC TTr HD CT GM ĐA PA BB GCN CCHC TTLT QĐ-TTg".split()
OFFICES = """UBND HĐND CP BTC BTNMT BNV BTP BCA SNV STC SXD SKHĐT STNMT SYT VP VPCP TTg BGDĐT BLĐTBXH
BNN BKHCN BTTTT TNMT TTPVHCC VHXH KTHT ĐC CAX QH15 UBTVQH14 PVHCC""".split()
LABELS = """Họ và tên:|Họ, chữ đệm, tên:|Ngày, tháng, năm sinh:|Giới tính:|Dân tộc:|Quốc tịch:|Nơi
sinh:|Quê quán:|Nơi thường trú:|Nơi tạm trú:|Nơi cư trú:|Số định danh cá nhân:|Số CCCD/CMND:|Ngày cấp:|Nơi
cấp:|Số điện thoại:|Email:|Địa chỉ:|Mã hồ sơ:|Mã số thuế:|Kính gửi:|Người khai:|Nghề nghiệp:|Tên hộ kinh
doanh:|Ngành, nghề kinh doanh:|Vốn kinh doanh:|Thửa đất số:|Tờ bản đồ số:|Diện tích:|Mục đích sử dụng:|Thời
hạn sử dụng:|Số vào sổ cấp GCN:|Nơi nhận:|Số:|Về việc|Căn cứ|Xét đề nghị của|Lưu: VT,|Ghi chú:|STT|Thành phần
hồ sơ|Bản chính|Bản sao|Số lượng|Thời gian nhận:|Thời gian trả kết quả:""".replace("\n", " ").split("|")
PLACES = """xã phường thị trấn thôn tổ dân phố ấp khối phố huyện thành phố tỉnh đường số quận khu phố""".split()
SIGNATURE_LABELS = """Người ký:|Ký bởi:|Cơ quan:|Email:|Thư điện tử:|Thời gian ký:|Ngày ký:|Ký ngày:|Được ký
bởi|Hộp thư:""".replace("\n", " ").split("|")
PUT_IN = "‸"  # before a word that is written into a printed line; see page_setter.cpp
UNITS = "đồng|m2|m²|m²|m³|ha|%|kg|km|ngày|tháng|năm|người|hồ sơ|trang|tờ|bản|mm|MW|kV|tấn|lít|m3".split("|")


def with_tone(rime, tone):
    """Puts a tone where the old style of spelling does; `hoà` and `hòa` both occur in the corpus."""
    if not tone:
        return rime
    vowels = [i for i, c in enumerate(rime) if c in "aăâeêioôơuưy"]
    marked = [i for i in vowels if rime[i] in "ăâêôơư"]
    if marked:
        at = marked[-1]
    elif vowels[-1] + 1 < len(rime) or len(vowels) == 1:
        at = vowels[-1]
    else:
        at = vowels[-2]
    return unicodedata.normalize("NFC", rime[: at + 1] + tone + rime[at + 1 :])


def go_together(onset, rime):
    front = rime[0] in "eêi" or (rime[0] == "y" and onset == "k")
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "g", "ng"):
        return not front and rime[0] != "y"
    if onset == "gi":
        return rime[0] not in "iy"
    if onset == "qu":
        return rime[0] not in "uoư" and not rime.startswith("yê")
    return len(rime) == 1 or rime[0] != "y" or onset == ""


def all_syllables():
    syllables = []
    for onset, rime in itertools.product(ONSETS, OPEN_RIMES + STOPPED_RIMES):
        if not go_together(onset, rime):
            continue
        tones = TONES if rime in OPEN_RIMES else (TONES[2], TONES[5])
        syllables += [onset + with_tone(rime, tone) for tone in tones]
    return syllables


SYLLABLES = all_syllables()


def digits(random, count):
    return "".join(random.choice("0123456789") for _ in range(count))


def person(random):
    name = [random.choice(SURNAMES), random.choice(MIDDLES), random.choice(GIVEN)]
    if random.random() < 0.3:
        name[random.randrange(1, 3)] = random.choice(SYLLABLES).capitalize()
    if random.random() < 0.3:
        name.insert(2, random.choice(MIDDLES))
    text = " ".join(name)
    return text.upper() if random.random() < 0.35 else text


def place(random):
    names = [random.choice(SYLLABLES).capitalize() for _ in range(2)]
    return random.choice(PLACES) + " " + " ".join(names)


def address(random):
    parts = [place(random) for _ in range(random.randint(1, 3))]
    if random.random() < 0.5:
        parts.insert(0, "số " + str(random.randint(1, 400)))
    return ", ".join(parts)


def date(random):
    day, month, year = random.randint(1, 31), random.randint(1, 12), random.randint(1930, 2030)
    return random.choice([
        f"ngày {day:02} tháng {month:02} năm {year}", f"ngày {day} tháng {month} năm {year}",
        f"{day:02}/{month:02}/{year}", f"{day}/{month}/{year}", f"{day:02}-{month:02}-{year}",
        f"{day:02}.{month:02}.{year}", f"Ngày {day:02} tháng {month:02} năm {year}",
        f"{day:02}/{month:02}/{year} {random.randint(0, 23):02}:{random.randint(0, 59):02}:"
        f"{random.randint(0, 59):02}",
    ])


def act_number(random):
    number = str(random.randint(1, 9999))
    if random.random() < 0.3:
        number = number.zfill(2)
    year = f"/{random.randint(1990, 2030)}" if random.random() < 0.6 else ""
    offices = [random.choice(OFFICES) for _ in range(random.choice([1, 1, 1, 2]))]
    return f"{number}{year}/{random.choice(ACTS)}-{'-'.join(offices)}"


def amount(random):
    value = random.randint(1, 10 ** random.randint(1, 11))
    text = f"{value:,}".replace(",", random.choice([".", ".", ".", ",", " ", ""]))
    if random.random() < 0.25:
        text += "," + digits(random, random.randint(1, 3))
    return text + random.choice(["", " ", "" if random.random() < 0.5 else " "]) + random.choice(UNITS)


def measure(random):
    value = f"{random.randint(1, 9999)}" + random.choice(["", "," + digits(random, random.randint(1, 2))])
    limit = random.choice(["≤", "≥", "<", ">"]) + random.choice(["", " "])
    return random.choice([f"diện tích {value} m²", f"{value} m²", f"{value}m²", f"{value} m³", f"{value}m³/ngày",
                          f"{value} m²/hộ", limit + value, limit + value + " %", "đồng/m²", "m³/s"])


def code(random):
    return random.choice([
        lambda: digits(random, 12), lambda: digits(random, 9), lambda: "0" + digits(random, 9),
        lambda: f"0{digits(random, 3)}.{digits(random, 3)}.{digits(random, 3)}",
        lambda: f"H{digits(random, 2)}.{digits(random, 2)}.{digits(random, 2)}-{digits(random, 6)}-{digits(random, 4)}",
        lambda: f"{random.choice('ABCDEGHK')}{random.choice('ABCDEGHKL')} {digits(random, 6)}",
        lambda: f"{digits(random, 2)}{random.choice('ABCDEFGHKLMNPSTUVXYZ')}{random.choice('12')}-{digits(random, 3)}.{digits(random, 2)}",
        lambda: mail_address(random),
        lambda: f"https://dichvucong.gov.vn/p/{digits(random, 4)}",
        lambda: f"{random.randint(1, 20)}.{random.randint(1, 20)}.{random.randint(1, 9)}",
        lambda: random.choice(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"]) + ".",
        lambda: random.choice("abcdđeghiklmnopqrstuvxy") + ")",
        lambda: digits(random, 10) + "-" + digits(random, 3),
        lambda: "<<<".join(["IDVNM" + digits(random, 10), digits(random, 12)]),
    ])()


def without_marks(text):
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def mail_address(random):
    def joined(count):
        return without_marks("".join(random.choice(SYLLABLES) for _ in range(count)))

    box = random.choice([lambda: "".join(random.choice("abcdghklmnpqstvx") for _ in range(random.randint(2, 7))),
                         lambda: joined(random.randint(1, 3)), lambda: joined(2) + digits(random, 2),
                         lambda: joined(1) + random.choice("._") + joined(1)])()
    host = random.choice([lambda: joined(2) + ".gov.vn", lambda: joined(1) + "." + joined(2) + ".gov.vn",
                          lambda: random.choice(["gmail.com", "yahoo.com.vn", "vnpt.vn", "chinhphu.vn"])])()
    return box + "@" + host


def moment(random):
    """As the mark of an electronic signature gives it."""
    day = f"{random.randint(1, 28):02}{random.choice('./-')}{random.randint(1, 12):02}"
    day += f"{day[2]}{random.randint(2015, 2030)}"
    hours = f"{random.randint(0, 23):02}:{random.randint(0, 59):02}:{random.randint(0, 59):02}"
    return f"{day} {hours} {random.choice(['+07:00', '+07:00', '+0700', ''])}".strip()


def signature_note(random):
    value = random.choice([mail_address, mail_address, moment, moment, person, place])(random)
    return value if random.random() < 0.6 else random.choice(SIGNATURE_LABELS) + " " + value


def letterhead_number(random):
    """A number and a date in a printed line that was left open for them."""
    def put_in(text):
        return PUT_IN + text if random.random() < 0.75 else text

    if random.random() < 0.55:
        number = put_in(str(random.randint(1, 10 ** random.randint(1, 4))).zfill(random.choice([1, 2])))
        kind = random.choice(ACTS) + "-" if random.random() < 0.75 else ""
        offices = "-".join(random.choice(OFFICES) for _ in range(random.choice([1, 1, 2])))
        return f"{random.choice(['Số:', 'Số:', 'Số', 'SỐ:'])} {number} /{kind}{offices}"
    name = " ".join(random.choice(SYLLABLES).capitalize() for _ in range(2))
    day, month = put_in(f"{random.randint(1, 31):02}"), f"{random.randint(1, 12):02}"
    if random.random() < 0.4:
        month = put_in(month)
    return f"{name}, ngày {day} tháng {month} năm {random.randint(1990, 2030)}"


def numbers(random):
    return " ".join(random.choice([amount, measure, date, code, act_number])(random)
                    for _ in range(random.randint(2, 6)))


def form_line(random):
    value = random.choice([person, address, date, code, act_number, amount])(random)
    return random.choice(LABELS) + " " + value


def syllable_line(random, words):
    """Words that do not go together: what they say can only be seen, not guessed."""
    line = []
    for _ in range(random.randint(4, 14)):
        word = random.choice(words) if random.random() < 0.6 else random.choice(SYLLABLES)
        shape = random.random()
        word = word.upper() if shape < 0.08 else word.capitalize() if shape < 0.25 else word
        line.append(word + (random.choice(",;.:") if random.random() < 0.1 else ""))
    if random.random() < 0.15:
        line = [word.upper() for word in line]
    return " ".join(line)


def y_below_line(random, words):
    """ỵ, which no other model knows, between the letters that it is taken for."""
    line = []
    for _ in range(random.randint(3, 9)):
        kind = random.random()
        pool = Y_BELOW if kind < 0.3 else Y_RIVALS if kind < 0.6 else words
        line.append(random.choice(Y_PHRASES) if kind > 0.85 else random.choice(pool))
    text = " ".join(line)
    return text.upper() if random.random() < 0.12 else text
