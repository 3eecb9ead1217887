; The installer for Windows, for Inno Setup 6.3 and later. packaging\windows\build.ps1 runs it.
;
;   iscc /DVersion=1.0.0 /DProgram=dist\leeward [/DSigned] [/Sleeward="signtool sign ... $f", quotes in it as $q] packaging\windows\leeward.iss
;
; For this person alone, without an administrator. Removing the program never touches a journal: nothing below
; names the folder where journals lie but the sentence that says where they are.

#ifndef Version
  #error Give the version: /DVersion=1.0.0
#endif
#ifndef Program
  #define Program "..\..\dist\leeward"
#endif
#ifndef Output
  #define Output "..\..\dist"
#endif

[Setup]
AppId={{6E0F7C0A-54C5-4E0B-9E55-2D3B1B1C7F41}
AppName=Leeward
AppVersion={#Version}
AppVerName=Leeward {#Version}
AppPublisher=Leeward
VersionInfoVersion={#Version}
PrivilegesRequired=lowest
DefaultDirName={localappdata}\Programs\Leeward
DisableProgramGroupPage=yes
DisableDirPage=auto
DisableReadyPage=yes
UsePreviousLanguage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile=leeward.ico
UninstallDisplayIcon={app}\leeward.exe
UninstallDisplayName=Leeward
OutputDir={#Output}
OutputBaseFilename=leeward-{#Version}-windows-x64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes
RestartApplications=no
#ifdef Signed
SignTool=leeward
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"
Name: "uk"; MessagesFile: "compiler:Languages\Ukrainian.isl"

[CustomMessages]
en.OpenWith=Leeward backup
de.OpenWith=Leeward-Sicherung
es.OpenWith=Copia de seguridad de Leeward
fr.OpenWith=Sauvegarde de Leeward
uk.OpenWith=Резервна копія Leeward
en.JournalsStay=Your journals were left as they are. They lie in:%n%n%1
de.JournalsStay=Deine Tagebücher wurden gelassen, wie sie sind. Sie liegen in:%n%n%1
es.JournalsStay=Tus diarios se quedaron como están. Están en:%n%n%1
fr.JournalsStay=Vos journaux sont restés tels quels. Ils se trouvent dans :%n%n%1
uk.JournalsStay=Ваші щоденники лишилися такими, як були. Вони лежать тут:%n%n%1

[InstallDelete]
; An upgrade leaves nothing of the version before it behind. Only the program's own folder.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\..\LICENSE"; DestDir: "{app}"; DestName: "LICENSE.txt"; Flags: ignoreversion
Source: "ADDITIONAL-PERMISSION.txt"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
; One line in the start menu, with the neutral name. Nothing on the desktop: others may see it there.
Name: "{userprograms}\Leeward"; Filename: "{app}\leeward.exe"; WorkingDir: "{app}"; AppUserModelID: "alt.leeward.Leeward"

[Registry]
; A value of type "none" is not written, only taken away: right for the start at login alone.
; "Open with" for zip files, where a backup's own name ends so. What opens them by default stays what it is.
Root: HKCU; Subkey: "Software\Classes\Applications\leeward.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Leeward"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Applications\leeward.exe\SupportedTypes"; ValueType: string; ValueName: ".zip"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\Applications\leeward.exe\shell\open\command"; ValueType: string; ValueData: """{app}\leeward.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.zip\OpenWithProgids"; ValueType: string; ValueName: "Leeward.Backup"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\Leeward.Backup"; ValueType: string; ValueData: "{cm:OpenWith}"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Leeward.Backup\DefaultIcon"; ValueType: string; ValueData: "{app}\leeward.exe,0"
Root: HKCU; Subkey: "Software\Classes\Leeward.Backup\shell\open\command"; ValueType: string; ValueData: """{app}\leeward.exe"" ""%1"""
; The start at login is switched on in the program alone; nothing is set here. What it set goes with the program.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Leeward"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\leeward.exe"; Description: "{cm:LaunchProgram,Leeward}"; Flags: nowait postinstall skipifsilent unchecked

[Code]
function JournalsFolder(): String;
begin
  Result := ExpandConstant('{localappdata}\Leeward');
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  { UninstallSilent: whoever removes it by a script reads the guide instead. }
  if (Step = usPostUninstall) and DirExists(JournalsFolder()) and not UninstallSilent() then
    MsgBox(FmtMessage(CustomMessage('JournalsStay'), [JournalsFolder()]), mbInformation, MB_OK);
end;
